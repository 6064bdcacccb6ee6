package dev.chesterton.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Set;

/**
 * {@code /api} in front of the address of a page means what {@code .json} behind it means: one rule, so that no page can be
 * forgotten. A list called {@code api} is reached through {@code /r/MSGID/} only.
 */
final class ApiMirror implements Filter {
  private static final String API = "/api/";
  /** Addresses that are at home here. */
  private static final Set<String> OWN = Set.of("", "openapi.json", "check", "patchset", "patch");
  /** Pages whose address has no slash at its end. */
  private static final Set<String> WITHOUT_SLASH = Set.of("commit", "file", "rule", "search");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    String path = asked.getRequestURI();
    boolean mirrored = path.startsWith(API) && !OWN.contains(path.substring(API.length()));
    chain.doFilter(mirrored ? new Mirrored(asked, json(path.substring(API.length() - 1)))
        : request, response);
  }

  /** @param page begins with a slash */
  static String json(String page) {
    String first = page.substring(1).split("/", 2)[0];
    boolean whole = page.endsWith("/") || WITHOUT_SLASH.contains(first);
    return page + (whole ? ".json" : "/.json");
  }

  /** The request, as if the JSON of the page had been asked for. */
  private static final class Mirrored extends HttpServletRequestWrapper {
    private final String path;

    Mirrored(HttpServletRequest asked, String path) {
      super(asked);
      this.path = path;
    }

    @Override
    public String getRequestURI() {
      return path;
    }

    @Override
    public String getServletPath() {
      return path;
    }
  }
}
