package dev.chesterton.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Counts answers by page and status: by the address of the table, not by what was asked, so that there are few. */
final class RequestCounts implements HandlerInterceptor {

  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  /** One kind of answer. */
  record Key(String page, int status) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byPage = page.compareTo(other.page);
      return byPage != 0 ? byPage : Integer.compare(status, other.status);
    }
  }

  @Override
  public void afterCompletion(HttpServletRequest request, HttpServletResponse response,
      Object handler, @Nullable Exception thrown) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String page = pattern == null ? "other" : pattern.toString();
    counts.computeIfAbsent(new Key(page, response.getStatus()), _ -> new LongAdder()).increment();
  }

  /** In a fixed order. */
  Map<Key, Long> counts() {
    Map<Key, Long> sorted = new TreeMap<>();
    counts.forEach((key, count) -> sorted.put(key, count.sum()));
    return sorted;
  }
}
