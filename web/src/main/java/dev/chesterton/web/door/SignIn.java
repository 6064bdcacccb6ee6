package dev.chesterton.web.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * Who is signed in. The cookie says so itself, signed with the token: servers with one token know each other's readers,
 * nothing is kept in memory, and with a new token nobody is signed in any more.
 */
public final class SignIn {

  static final String COOKIE = "chesterton";
  private static final Duration LASTS = Duration.ofHours(12);
  private static final int NONCE_BYTES = 16;
  private static final int PARTS = 4;
  private static final int MOST_COOKIE = 1_000;

  private final Optional<WriteToken> token;
  private final Clock clock;
  private final boolean overTls;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param token empty where nobody may write
   * @param overTls readers come by https, so the cookie has to
   */
  public SignIn(Optional<WriteToken> token, Clock clock, boolean overTls) {
    this.token = token;
    this.clock = clock;
    this.overTls = overTls;
  }

  /** Whether writing is possible at all. */
  public boolean isOn() {
    return token.isPresent();
  }

  /**
   * The value of the header {@code Set-Cookie} for one who knows the token; empty for one who does not.
   *
   * @param name one line, not empty
   */
  public Optional<String> cookie(String given, String name) {
    return token.filter(known -> known.is(given)).map(known -> {
      byte[] nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      String claim = String.join(".",
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(name.getBytes(StandardCharsets.UTF_8)),
          Long.toString(clock.instant().plus(LASTS).getEpochSecond()),
          HexFormat.of().formatHex(nonce));
      return header(claim + "." + known.sign("cookie", claim), LASTS);
    });
  }

  /** The header that takes it away. */
  public String noCookie() {
    return header("", Duration.ZERO);
  }

  private String header(String value, Duration lasts) {
    return ResponseCookie.from(COOKIE, value)
        .path("/")
        .httpOnly(true)
        .secure(overTls)
        .sameSite("Strict")
        .maxAge(lasts)
        .build()
        .toString();
  }

  /** Whether a page for this request may differ from what everybody gets. */
  public static boolean mayBeSignedIn(HttpServletRequest request) {
    return cookieOf(request).isPresent();
  }

  /** Who asks, by the cookie; empty where there is none, or none of ours, or one that has run out. */
  public Optional<Writer> of(HttpServletRequest request) {
    return token.flatMap(known -> cookieOf(request).flatMap(cookie -> writer(known, cookie)));
  }

  private Optional<Writer> writer(WriteToken known, String cookie) {
    String[] parts = cookie.split("\\.", -1);
    int end = cookie.lastIndexOf('.');
    if (cookie.length() > MOST_COOKIE || parts.length != PARTS
        || !WriteToken.same(known.sign("cookie", cookie.substring(0, end)), parts[PARTS - 1])) {
      return Optional.empty();
    }
    // Signed, so it is of the form we gave it.
    long until = Long.parseLong(parts[1]);
    String name = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    return until <= clock.instant().getEpochSecond() ? Optional.empty()
        : Optional.of(new Writer(name, known.sign("form", cookie)));
  }

  private static Optional<String> cookieOf(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty())
            .map(Cookie::getValue)
            .findFirst();
  }

  /** Whether a program has shown the token. */
  boolean isToken(String given) {
    return token.filter(known -> known.is(given)).isPresent();
  }
}
