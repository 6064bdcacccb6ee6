package dev.chesterton.web;

import dev.chesterton.web.door.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Answers 304 before any work is done, where the reader has the page of this state of the store. One who is signed in
 * has forms on his pages, and gets each anew.
 */
final class Unchanged implements HandlerInterceptor {

  private final OpenStore store;
  private final Answers answers;

  Unchanged(OpenStore store, Answers answers) {
    this.store = store;
    this.answers = answers;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response,
      Object handler) {
    String known = request.getHeader("If-None-Match");
    if (known == null || SignIn.mayBeSignedIn(request)
        || !known.equals(answers.tag(store.generation()))) {
      return true;
    }
    response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    response.setHeader("ETag", known);
    response.setHeader("Cache-Control", "no-cache");
    return false;
  }
}
