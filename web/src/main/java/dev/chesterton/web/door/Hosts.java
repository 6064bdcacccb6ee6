package dev.chesterton.web.door;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names this server answers to. A page of somebody else that points its own name at this machine (DNS rebinding) gets
 * nothing.
 *
 * @param own beside the loopback ones, in lower case, without port
 * @param origins that its pages have beside {@code http://} and the name asked for
 */
public record Hosts(Set<String> own, Set<String> origins) {

  public static final Hosts LOOPBACK = new Hosts(Set.of(), Set.of());

  public Hosts {
    own = own.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
    origins = Set.copyOf(origins);
  }

  /**
   * Those of one server.
   *
   * @param listened host of the address listened on, as it stands in a URL
   * @param baseUrl where readers find the pages, {@code http} or {@code https}
   */
  public static Hosts of(String listened, Optional<URI> baseUrl) {
    return new Hosts(
        Stream.concat(Stream.of(listened), baseUrl.map(URI::getHost).stream())
            .collect(Collectors.toSet()),
        baseUrl.map(Hosts::origin).stream().collect(Collectors.toSet()));
  }

  private static String origin(URI address) {
    return (address.getScheme() + "://" + address.getAuthority()).toLowerCase(Locale.ROOT);
  }

  /** Whether a header {@code Host} names this server. */
  boolean isOurs(String host) {
    String name = Loopback.hostOf(host);
    return Loopback.isLoopback(name) || own.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether a header {@code Origin} is that of our own pages, as the reader calls them. */
  boolean isOwnOrigin(String origin, String host) {
    String lower = origin.toLowerCase(Locale.ROOT);
    return lower.equals("http://" + host.toLowerCase(Locale.ROOT)) || origins.contains(lower);
  }
}
