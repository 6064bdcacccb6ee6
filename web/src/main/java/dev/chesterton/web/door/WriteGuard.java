package dev.chesterton.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Who may write. A change needs the method POST, one of four addresses, a form of bounded length from a page of ours, and
 * either the token in the header {@code Authorization} or the cookie of one who has signed in together with what stood in
 * his form.
 */
public final class WriteGuard {

  public static final String SIGN_IN = "/sign-in";
  public static final String SIGN_OUT = "/sign-out";
  /** Where something can be written. */
  private static final Set<String> ADDRESSES = Set.of(SIGN_IN, SIGN_OUT, "/notes", "/answers",
      "/states");

  /** A note of 64 KiB, each byte as {@code %XX}, and what comes with it. */
  public static final int MOST_BYTES = 3 * (64 << 10) + (8 << 10);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BEARER = "Bearer ";
  private static final String WRITER = WriteGuard.class.getName();

  private final SignIn signIn;
  private final Hosts hosts;

  public WriteGuard(SignIn signIn, Hosts hosts) {
    this.signIn = signIn;
    this.hosts = hosts;
  }

  /** Why something cannot be written. */
  record Denied(int status, String why) {}

  Hosts hosts() {
    return hosts;
  }

  boolean isForWriting(HttpServletRequest request) {
    return request.getMethod().equals("POST") && ADDRESSES.contains(request.getRequestURI());
  }

  /** Whether this address answers to no other method; the way in is a page, too. */
  static boolean isOnlyPosted(HttpServletRequest request) {
    return ADDRESSES.contains(request.getRequestURI())
        && !request.getRequestURI().equals(SIGN_IN);
  }

  /** Whoever passed {@link #denied}. */
  public static Writer writer(HttpServletRequest request) {
    if (request.getAttribute(WRITER) instanceof Writer writer) {
      return writer;
    }
    throw new IllegalStateException("nobody looked whether " + request.getRequestURI()
        + " may be written");
  }

  /** Empty where this may be written. */
  Optional<Denied> denied(HttpServletRequest request) {
    if (!signIn.isOn()) {
      return denied(403, "writing is off: the server was started without --token-file");
    }
    return form(request).or(() -> origin(request)).or(() -> person(request));
  }

  private static Optional<Denied> form(HttpServletRequest request) {
    if (request.getQueryString() != null) {
      return denied(400, "what is written stands in the form, never in the address");
    }
    String type = request.getContentType() == null ? "" : request.getContentType();
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
      return denied(415, "send a form: " + FORM);
    }
    long length = request.getContentLengthLong();
    if (length < 0) {
      return denied(411, "say how long the form is: Content-Length");
    }
    return length > MOST_BYTES
        ? denied(413, "the form is longer than %d bytes".formatted(MOST_BYTES))
        : Optional.empty();
  }

  /**
   * Browsers tell from where a form comes. Since our pages send no referrer, their {@code Origin} is {@code null} as that of
   * a hidden frame is; {@code Sec-Fetch-Site} tells the two apart, and where it is missing {@code null} is not enough.
   */
  private Optional<Denied> origin(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    boolean isSiteOurs = site == null || site.equals("same-origin");
    boolean isOriginOurs = origin == null || origin.equals("null") && site != null
        || hosts.isOwnOrigin(origin, String.valueOf(request.getHeader("Host")));
    boolean isTold = site != null || origin != null || hasBearer(request);
    return isSiteOurs && isOriginOurs && isTold ? Optional.empty()
        : denied(403, "the form does not come from a page of this server");
  }

  private Optional<Denied> person(HttpServletRequest request) {
    Optional<Writer> writer = signIn.of(request);
    if (request.getRequestURI().equals(SIGN_IN)) {
      return Optional.empty();
    }
    if (hasBearer(request)) {
      String given = request.getHeader("Authorization").substring(BEARER.length()).strip();
      return signIn.isToken(given) ? passes(request, new Writer("", ""))
          : denied(401, "the token is not that of this server");
    }
    if (writer.isEmpty()) {
      return denied(401, "sign in first: /sign-in");
    }
    String form = Optional.ofNullable(request.getParameter("form")).orElse("");
    return WriteToken.same(form, writer.get().form()) ? passes(request, writer.get())
        : denied(403, "the form is not one of this sign-in: load its page again");
  }

  private static Optional<Denied> passes(HttpServletRequest request, Writer writer) {
    request.setAttribute(WRITER, writer);
    return Optional.empty();
  }

  private static boolean hasBearer(HttpServletRequest request) {
    String given = request.getHeader("Authorization");
    return given != null && given.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  private static Optional<Denied> denied(int status, String why) {
    return Optional.of(new Denied(status, why));
  }
}
