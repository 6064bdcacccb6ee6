package dev.chesterton.web;

import dev.chesterton.web.door.Loopback;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Where to listen.
 *
 * @param host as it stands in a URL; an address or {@code localhost}, never a name somebody else would have to be asked
 * @param port 0 is any free one
 */
record ListenAddress(String host, InetAddress inet, int port) {

  private static final int MOST_DIGITS = 5;
  private static final int LAST_PORT = 65_535;

  /** Empty where the text is not {@code HOST:PORT} with a loopback host. */
  static Optional<ListenAddress> parse(String text) {
    return parse(text, false);
  }

  /** @param anywhere other addresses than loopback ones are taken, too */
  static Optional<ListenAddress> parse(String text, boolean anywhere) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    String port = text.substring(colon + 1);
    boolean digits = !port.isEmpty() && port.length() <= MOST_DIGITS
        && port.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    if (!digits || Integer.parseInt(port) > LAST_PORT || !anywhere && !Loopback.isLoopback(host)) {
      return Optional.empty();
    }
    return inet(host).map(inet -> new ListenAddress(
        host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host, inet,
        Integer.parseInt(port)));
  }

  private static Optional<InetAddress> inet(String host) {
    try {
      return Optional.of(host.equals("localhost") ? InetAddress.getLoopbackAddress()
          : InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
