package dev.chesterton.web;

import java.util.List;
import java.util.Optional;

/**
 * One address of this server.
 *
 * @param method as HTTP writes it
 * @param path with {@code {list}}, {@code {msgid}}, {@code {other}}, {@code {note}}, {@code {hex}}, {@code {path}} and {@code {rule}} for what differs
 * @param what it gives, in a sentence without a full stop
 * @param shape of the answer
 * @param query parameters behind the question mark
 */
record Route(String method, String path, String what, Shape shape, List<Query> query) {

  Route {
    query = List.copyOf(query);
  }

  /** What is answered. */
  enum Shape {
    PAGE("text/html"), JSON("application/json"), FEED("application/atom+xml"), TABLE("text/csv"),
    MAILBOX("application/gzip"), TEXT("text/plain"), STYLE("text/css"), ICON("image/svg+xml"),
    SCRIPT("text/javascript"),
    /** Leads to another address. */
    ELSEWHERE("");

    private final String mediaType;

    Shape(String mediaType) {
      this.mediaType = mediaType;
    }

    String mediaType() {
      return mediaType;
    }
  }

  /**
   * A parameter behind the question mark.
   *
   * @param required without it there is no answer but 400
   */
  record Query(String name, String what, boolean required) {}

  static Route of(String path, Shape shape, String what, Query... query) {
    return new Route("GET", path, what, shape, List.of(query));
  }

  /**
   * Where the same stands below {@code /api/}; empty for what is no JSON or has its only place there. The address of the
   * page is meant, with {@code /api} in front: what {@code .json} behind it gives.
   */
  Optional<String> mirror() {
    return shape == Shape.JSON && path.endsWith(".json") && !path.startsWith("/api/")
        ? Optional.of("/api" + path.substring(0, path.length() - ".json".length()))
        : Optional.empty();
  }
}
