package dev.chesterton.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Questions too long for an address: they come by POST and change nothing, so they need no token. A page of somebody else
 * can make a browser send one, though not read the answer; it is turned away, since an answer costs work.
 */
final class PostedQuestion {
  private static final String CHECK = "/api/check";
  private static final Set<String> ADDRESSES = Set.of(CHECK, "/mcp");
  private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

  private PostedQuestion() {}

  static boolean is(HttpServletRequest request) {
    return request.getMethod().equals("POST") && ADDRESSES.contains(request.getRequestURI());
  }

  /** Whether this address answers to no other method; {@code /mcp} speaks for itself, where it is on. */
  static boolean isOnlyPosted(HttpServletRequest request) {
    return request.getRequestURI().equals(CHECK);
  }

  /** Whether a browser says that another site made it ask. */
  static boolean isFromElsewhere(HttpServletRequest request, Hosts hosts) {
    String site = request.getHeader("Sec-Fetch-Site");
    String host = String.valueOf(request.getHeader("Host"));
    return site != null && FOREIGN.contains(site)
        || Optional.ofNullable(request.getHeader("Origin"))
            .filter(origin -> !hosts.isOwnOrigin(origin, host) && !isLoopback(origin))
            .isPresent();
  }

  /** Another program of this machine is no stranger. */
  private static boolean isLoopback(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getHost())
          .filter(Loopback::isLoopback)
          .isPresent();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
