package dev.chesterton.web.door;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What every answer carries (SECURITY.md), errors included. */
final class SecurityHeaders {

  private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self';"
      + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("Content-Security-Policy", POLICY);
    ALL.put("X-Content-Type-Options", "nosniff");
    ALL.put("X-Frame-Options", "DENY");
    ALL.put("Referrer-Policy", "no-referrer");
    ALL.put("Cross-Origin-Opener-Policy", "same-origin");
    ALL.put("Cross-Origin-Resource-Policy", "same-origin");
  }

  private SecurityHeaders() {}

  static void addTo(BiConsumer<String, String> answer) {
    ALL.forEach(answer);
  }
}
