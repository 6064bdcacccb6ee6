package dev.chesterton.cli.hook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Stands for a server of ours, and answers what a test wants, as often as it wants; the last answer again and again. */
public final class AnsweringServer implements AutoCloseable {
  private final HttpServer server;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /** @param header {@code Name: value}, or empty */
  private record Answer(int status, String header, String body) {}

  public AnsweringServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public AnsweringServer answers(String body) {
    return answers(200, "", body);
  }

  public synchronized AnsweringServer answers(int status, String header, String body) {
    answers.add(new Answer(status, header, body));
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + body);
    Answer answer = next();
    if (!answer.header().isEmpty()) {
      String[] field = answer.header().split(": ", 2);
      exchange.getResponseHeaders().add(field[0], field[1]);
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized Answer next() {
    return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
  }

  /** Method, address and body of each request. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** A finding as {@code only=findings} has it. */
  public static String finding(String claim) {
    return """
        {"message_id":"a@b","score":1.0,"lines":["x"],"findings":[{"rule":"guard-removed",\
        "severity":"warning","claim":"%s","place":"fs/a.c:7","evidence":["87826df0ec36"]}]}"""
        .formatted(claim);
  }

  public static String nothing() {
    return "{\"message_id\":\"a@b\",\"findings\":[]}";
  }
}
