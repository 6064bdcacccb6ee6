package dev.chesterton.web.door;

import dev.chesterton.web.view.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicLong;

/** Names requests, so that an error page and a log line can be brought together. */
final class RequestId {

  private static final String ATTRIBUTE = RequestId.class.getName();
  private static final int LONGEST_LOGGED = 300;
  private static final AtomicLong COUNT = new AtomicLong();

  private RequestId() {}

  static String of(HttpServletRequest request) {
    Object known = request.getAttribute(ATTRIBUTE);
    if (known instanceof String id) {
      return id;
    }
    String made = next();
    request.setAttribute(ATTRIBUTE, made);
    return made;
  }

  static String next() {
    return "r%06x".formatted(COUNT.incrementAndGet());
  }

  /** What was asked, on one line: a request cannot break a log line or a page. */
  static String asked(HttpServletRequest request) {
    // Somebody who writes may put into the address what belongs into the form: a token, a text.
    boolean shown = request.getQueryString() != null && !request.getMethod().equals("POST");
    String query = shown ? "?" + request.getQueryString() : "";
    return shortened(request.getMethod() + " " + request.getRequestURI() + query);
  }

  static String shortened(String text) {
    String line = Words.plain(text);
    return line.length() <= LONGEST_LOGGED ? line : line.substring(0, LONGEST_LOGGED) + "...";
  }
}
