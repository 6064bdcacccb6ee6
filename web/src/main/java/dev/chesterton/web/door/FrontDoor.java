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

/**
 * Every request passes here first. Only reading is possible, and only under a loopback name: a page of somebody else that
 * points its own name at this machine (DNS rebinding) gets nothing.
 */
public final class FrontDoor implements Filter {

  private final ErrorText errors;

  public FrontDoor(ErrorText errors) {
    this.errors = errors;
  }

  @Override
  public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) anyRequest;
    HttpServletResponse response = (HttpServletResponse) anyResponse;
    SecurityHeaders.addTo(response::setHeader);
    if (!isForUs(request)) {
      refuse(request, response, 421, "this server answers to loopback names only");
    } else if (PostedQuestion.is(request) && PostedQuestion.isFromElsewhere(request)) {
      refuse(request, response, 403, "another site made this browser ask");
    } else if (!isReading(request) && !PostedQuestion.is(request)) {
      response.setHeader("Allow", "GET, HEAD");
      refuse(request, response, 405, "this server knows GET and HEAD only");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isForUs(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host != null && Loopback.isLoopback(Loopback.hostOf(host));
  }

  private static boolean isReading(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, int status,
      String why) throws IOException {
    Failure failure = new Failure(status, RequestId.asked(request), why, List.of(),
        RequestId.of(request));
    byte[] page = errors.html(failure).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
