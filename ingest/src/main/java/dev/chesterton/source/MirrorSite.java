package dev.chesterton.source;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The one server a mirror speaks to; whatever names another is not followed (SECURITY.md).
 *
 * @param scheme {@code http} or {@code https}
 * @param host in small letters
 * @param port 1 to 65535
 */
record MirrorSite(String scheme, String host, int port) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /** What is wrong with an address to mirror from; empty where it is good. */
  static Optional<String> complaint(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https") || address.getHost() == null) {
      return Optional.of("must begin with http:// or https:// and a host");
    }
    if (address.getRawUserInfo() != null || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      return Optional.of("must have neither user nor '?' nor '#': archives are public");
    }
    return Optional.empty();
  }

  /** @param address one without complaint */
  static MirrorSite of(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int standard = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    return new MirrorSite(scheme, address.getHost().toLowerCase(Locale.ROOT),
        address.getPort() < 0 ? standard : address.getPort());
  }

  /** It is the same server, or the same host behind TLS at the standard ports. */
  boolean covers(URI address) {
    if (complaintOfTarget(address)) {
      return false;
    }
    MirrorSite other = of(address);
    boolean isUpgrade = scheme.equals("http") && port == HTTP_PORT && other.scheme.equals("https")
        && other.port == HTTPS_PORT;
    return host.equals(other.host)
        && (isUpgrade || scheme.equals(other.scheme) && port == other.port);
  }

  /** git's own requests have a query, so that is no fault here. */
  private static boolean complaintOfTarget(URI address) {
    return address.getScheme() == null || address.getHost() == null
        || address.getRawUserInfo() != null
        || !address.getScheme().toLowerCase(Locale.ROOT).matches("https?");
  }
}
