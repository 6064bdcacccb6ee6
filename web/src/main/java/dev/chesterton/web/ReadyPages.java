package dev.chesterton.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * Answers ready to be sent again, those asked for last, up to so many bytes. An answer is good as long as its tag is the
 * one of today. May be used by several threads.
 */
final class ReadyPages {

  private final long mostBytes;
  private final int largest;
  private long bytes;
  private final Map<String, Ready> pages = new LinkedHashMap<>(64, 0.75f, true);

  /** An answer: what it says of itself, nothing of the reader who asked for it, and its bytes. */
  static final class Ready {
    private final String tag;
    private final HttpHeaders headers;
    private final byte[] body;

    Ready(String tag, HttpHeaders headers, String body) {
      this.tag = tag;
      this.headers = headers;
      this.body = body.getBytes(StandardCharsets.UTF_8);
    }

    void send(HttpServletResponse response) throws IOException {
      headers.forEach((name, values) -> response.setHeader(name, values.getFirst()));
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }

  /**
   * Holds nothing yet.
   *
   * @param mostBytes of all bodies together
   * @param largest bytes of one body; a larger one is not kept
   */
  ReadyPages(long mostBytes, int largest) {
    this.mostBytes = mostBytes;
    this.largest = largest;
  }

  /** What was answered there, where its tag is still this one; an older answer is dropped. */
  synchronized Optional<Ready> at(String address, String tag) {
    Ready ready = pages.get(address);
    if (ready == null) {
      return Optional.empty();
    }
    if (!ready.tag.equals(tag)) {
      drop(address);
      return Optional.empty();
    }
    return Optional.of(ready);
  }

  synchronized void keep(String address, Ready ready) {
    drop(address);
    if (ready.body.length > largest) {
      return;
    }
    pages.put(address, ready);
    bytes += size(address, ready);
    while (bytes > mostBytes) {
      drop(pages.keySet().iterator().next());
    }
  }

  private void drop(String address) {
    Ready gone = pages.remove(address);
    if (gone != null) {
      bytes -= size(address, gone);
    }
  }

  /** With a guess at what a small page costs besides its text. */
  private static long size(String address, Ready ready) {
    return 512L + 2L * address.length() + ready.body.length;
  }
}
