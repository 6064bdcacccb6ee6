package dev.chesterton.web.door;

import dev.chesterton.web.door.ErrorText.Failure;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;

/**
 * Every request passes here first. It has to name this server, and reads; what wants to write has to pass the
 * {@link WriteGuard}.
 */
public final class FrontDoor implements Filter {

  private final ErrorText errors;
  private final WriteGuard guard;

  public FrontDoor(ErrorText errors, WriteGuard guard) {
    this.errors = errors;
    this.guard = guard;
  }

  @Override
  public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) anyRequest;
    HttpServletResponse response = (HttpServletResponse) anyResponse;
    SecurityHeaders.addTo(response::setHeader);
    if (!isForUs(request)) {
      refuse(request, response, 421, "this server answers to its own names only: loopback ones, the"
          + " one it listens on and that of chesterton.baseUrl");
    } else if (PostedQuestion.is(request)
        && PostedQuestion.isFromElsewhere(request, guard.hosts())) {
      refuse(request, response, 403, "another site made this browser ask");
    } else if (guard.isForWriting(request)) {
      request.setCharacterEncoding(StandardCharsets.UTF_8.name());
      Optional<WriteGuard.Denied> denied = denied(request);
      if (denied.isPresent()) {
        refuse(request, response, denied.get().status(), denied.get().why());
      } else {
        chain.doFilter(request, response);
      }
    } else if (isOnlyPosted(request)) {
      response.setHeader("Allow", "POST");
      refuse(request, response, 405, "this address takes POST only");
    } else if (!isReading(request) && !PostedQuestion.is(request)) {
      response.setHeader("Allow", "GET, HEAD");
      refuse(request, response, 405, "this server knows GET and HEAD only");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** What has come here is no question by POST and nothing to be written. */
  private static boolean isOnlyPosted(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        && (PostedQuestion.isOnlyPosted(request) || WriteGuard.isOnlyPosted(request));
  }

  private Optional<WriteGuard.Denied> denied(HttpServletRequest request) {
    try {
      return guard.denied(request);
    } catch (InvalidParameterException e) {
      return Optional.of(new WriteGuard.Denied(400, "the form cannot be read"));
    }
  }

  private boolean isForUs(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host != null && guard.hosts().isOurs(host);
  }

  private static boolean isReading(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, int status,
      String why) throws IOException {
    Failure failure = new Failure(status, RequestId.asked(request), why, List.of(),
        RequestId.of(request));
    boolean json = ErrorText.isForProgram(request);
    byte[] page = (json ? ErrorText.json(failure) : errors.html(failure))
        .getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(json ? "application/json" : "text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
