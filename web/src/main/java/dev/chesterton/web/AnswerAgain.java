package dev.chesterton.web;

import dev.chesterton.web.ReadyPages.Ready;
import dev.chesterton.web.door.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Sends a page a second time without making it again: a link goes round on a list, and many ask for the same page within
 * the hour. What may be kept is what {@link Unchanged} would answer 304 for, so the tag decides here, too; one who is signed
 * in has forms on his pages, and gets each anew.
 */
@ControllerAdvice
final class AnswerAgain implements HandlerInterceptor, ResponseBodyAdvice<String> {

  /** Limits of docs/limits.md. */
  private static final long MOST_BYTES = 24 << 20;
  private static final int LARGEST = 4 << 20;

  private final ReadyPages pages = new ReadyPages(MOST_BYTES, LARGEST);
  private final LongAdder sent = new LongAdder();
  private final OpenStore store;
  private final Answers answers;

  AnswerAgain(OpenStore store, Answers answers) {
    this.store = store;
    this.answers = answers;
  }

  /** How often that has happened. */
  long sentAgain() {
    return sent.sum();
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response,
      Object handler) throws IOException {
    if (!isForAll(request)) {
      return true;
    }
    Optional<Ready> ready = pages.at(address(request), answers.tag(store.generation()));
    if (ready.isEmpty()) {
      return true;
    }
    ready.get().send(response);
    sent.increment();
    return false;
  }

  @Override
  public boolean supports(MethodParameter returned,
      Class<? extends HttpMessageConverter<?>> converter) {
    return converter.equals(StringHttpMessageConverter.class);
  }

  @Override
  public @Nullable String beforeBodyWrite(@Nullable String body, MethodParameter returned,
      MediaType type, Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest anyRequest, ServerHttpResponse response) {
    HttpServletRequest request = ((ServletServerHttpRequest) anyRequest).getServletRequest();
    HttpHeaders headers = response.getHeaders();
    String tag = headers.getETag();
    // A tag of its own bytes (Answers.changing) is none of the store's, and tells nothing about tomorrow's page.
    if (body != null && tag != null && isForAll(request)
        && tag.equals(answers.tag(store.generation()))) {
      pages.keep(address(request),
          new Ready(tag, ownOf(headers), body));
    }
    return body;
  }

  /** A cookie the answer sets is for one reader. */
  private static HttpHeaders ownOf(HttpHeaders headers) {
    HttpHeaders own = new HttpHeaders();
    for (String name : new String[]{HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL,
      HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.LINK}) {
      Optional.ofNullable(headers.getFirst(name)).ifPresent(value -> own.set(name, value));
    }
    return own;
  }

  private static boolean isForAll(HttpServletRequest request) {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return reads && !SignIn.mayBeSignedIn(request);
  }

  /** With the name the reader called this site by: feeds repeat it. */
  private static String address(HttpServletRequest request) {
    String query = request.getQueryString();
    return SiteAddress.of(request)
        .of(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
  }
}
