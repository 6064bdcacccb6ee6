package dev.chesterton.web;

import dev.chesterton.index.StoreException;
import dev.chesterton.notes.Notes;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Makes answers: a page is rendered whole before the first byte leaves, so that none breaks off in the middle. */
final class Answers {

  private static final String HTML = "text/html;charset=UTF-8";

  private final TemplateEngine templates;
  private final String start;
  private final Notes notes;

  /** @param start tells this run of the program from others: the same store may look different */
  Answers(TemplateEngine templates, String start, Notes notes) {
    this.templates = templates;
    this.start = start;
    this.notes = notes;
  }

  /** A page that stays as it is until the store changes, or somebody writes a note. */
  ResponseEntity<String> page(String template, Object view, Snapshot snapshot) {
    return page(template, view, tag(snapshot.generation()));
  }

  /** @param tag as it was before the notes on the page were read */
  ResponseEntity<String> page(String template, Object view, String tag) {
    return answer(HttpStatus.OK, render(template, view), HTML, tag);
  }

  /** A page that changes by itself. */
  ResponseEntity<String> passing(HttpStatus status, String template, Object view) {
    return ResponseEntity.status(status)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_TYPE, HTML)
        .body(render(template, view));
  }

  ResponseEntity<String> json(String json, Snapshot snapshot) {
    return json(json, tag(snapshot.generation()));
  }

  /** @param tag as it was before the notes in it were read */
  ResponseEntity<String> json(String json, String tag) {
    return answer(HttpStatus.OK, json + "\n", "application/json", tag);
  }

  /** A text of another kind that stays as it is until the store changes. */
  ResponseEntity<String> text(String text, String type, Snapshot snapshot) {
    return answer(HttpStatus.OK, text, type, tag(snapshot.generation()));
  }

  /**
   * The same answer with the address at which it goes on, as RFC 8288 has it.
   *
   * @param next a path of ours, encoded; empty where there is no more
   */
  static ResponseEntity<String> goesOn(ResponseEntity<String> answer, String next) {
    return next.isEmpty() ? answer
        : ResponseEntity.status(answer.getStatusCode())
            .headers(answer.getHeaders())
            .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
            .body(answer.getBody());
  }

  ResponseEntity<String> passingJson(HttpStatus status, String json) {
    return ResponseEntity.status(status)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_TYPE, "application/json")
        .body(json + "\n");
  }

  /**
   * What the store alone does not tell the state of: its own bytes do. No 304 is answered before it is made, but the reader
   * is spared the rest.
   */
  ResponseEntity<String> changing(String body, String type) {
    return answer(HttpStatus.OK, body, type, '"' + hash(body) + '"');
  }

  ResponseEntity<String> changingPage(String template, Object view) {
    return changing(render(template, view), HTML);
  }

  private static String hash(String body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256")
          .digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  ResponseEntity<String> passingText(HttpStatus status, String text, String type) {
    return ResponseEntity.status(status)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_TYPE, type)
        .body(text);
  }

  /** What never changes while the program runs. */
  ResponseEntity<String> fixed(String body, String type) {
    return answer(HttpStatus.OK, body, type, "W/\"" + start + "\"");
  }

  ResponseEntity<String> fixedPage(String template, Object view) {
    return fixed(render(template, view), HTML);
  }

  /** @param address a path of ours, encoded */
  static ResponseEntity<String> redirect(String address) {
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(URI.create(address))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  String tag(long generation) {
    return "W/\"" + generation + "-" + written() + "-" + start + "\"";
  }

  private String written() {
    try {
      return Long.toString(notes.version());
    } catch (StoreException e) {
      return "unread";
    }
  }

  private static ResponseEntity<String> answer(HttpStatus status, String body, String type,
      String tag) {
    return ResponseEntity.status(status)
        .eTag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(HttpHeaders.CONTENT_TYPE, type)
        .body(body);
  }

  private String render(String template, Object view) {
    StringOutput page = new StringOutput(1 << 14);
    templates.render(template, view, page);
    return page.toString();
  }
}
