package dev.chesterton.web;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What the server answered. */
record Answer(String path, HttpResponse<byte[]> response) {

  int status() {
    return response.statusCode();
  }

  String body() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  boolean isHtml() {
    return header("Content-Type").startsWith("text/html");
  }

  Document html() {
    return Jsoup.parse(body());
  }

  /** What a reader sees. */
  String text() {
    return html().body().text();
  }
}
