package dev.chesterton.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something a reader chooses for his own browser, by {@code ?NAME=VALUE} behind any address; a cookie remembers it. The
 * pages stay the same for all: stylesheet and script alone differ.
 */
enum ReaderChoice {
  /** Colours. */
  THEME("theme", "auto light dark"),
  /** Keys of one letter, which the script brings. */
  KEYS("keys", "on off");

  private final String parameter;
  /** A blank between two. */
  private final String values;

  ReaderChoice(String parameter, String values) {
    this.parameter = parameter;
    this.values = values;
  }

  String parameter() {
    return parameter;
  }

  /** What the reader chooses with this request; empty where he does not, or means none of the values. */
  Optional<String> chosenNow(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter(parameter)).filter(this::isValue);
  }

  private boolean isValue(String text) {
    return List.of(values.split(" ")).contains(text);
  }

  /** What he chose before; empty where he did not. */
  Optional<String> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Stream.ofNullable(cookies)
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(parameter))
        .map(Cookie::getValue)
        .filter(this::isValue)
        .findFirst();
  }
}
