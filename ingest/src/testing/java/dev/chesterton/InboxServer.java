package dev.chesterton;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Public-inboxes on the loopback address, as git's own {@code http-backend} serves them: a folder of
 * {@code LIST/git/N.git}, and what else a test wants the server to say.
 */
public final class InboxServer implements AutoCloseable {
  private static final int HEADER_BYTES = 64 << 10;

  private final Path root;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile int packBytes = Integer.MAX_VALUE;

  /** Answers one request in place of git. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /** @param root folder of the lists */
  public InboxServer(Path root) throws IOException {
    this.root = root;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** {@code http://127.0.0.1:PORT/} and what is to follow. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
  }

  /** What was asked since the last call: {@code GET /list/git/0.git/info/refs}. */
  public List<String> requests() {
    List<String> asked = List.copyOf(requests);
    requests.clear();
    return asked;
  }

  /** Packs break off after so many bytes, until told otherwise. */
  public void cutPacksAt(int bytes) {
    packBytes = bytes;
  }

  /** From now on a path is answered so. */
  public void answer(String path, Answer answer) {
    answers.put(path, answer);
  }

  public void answer(String path, int status, Map<String, String> headers, byte[] body) {
    answer(path, exchange -> send(exchange, status, headers, body));
  }

  /** A path that is never answered, for as long as the server runs. */
  public void stall(String path) {
    answer(path, _ -> await(closed));
  }

  /** Writes the manifest of the server and that of each list, after the repositories as they are. */
  public void publish() throws IOException {
    List<String> epochs = epochs();
    publish("/manifest.js.gz", epochs);
    for (String list : epochs.stream()
        .map(epoch -> epoch.substring(0, epoch.indexOf("/git/")))
        .collect(Collectors.toSet())) {
      publish(list + "/manifest.js.gz",
          epochs.stream().filter(epoch -> epoch.startsWith(list + "/")).toList());
    }
  }

  private void publish(String path, List<String> epochs) throws IOException {
    StringBuilder json = new StringBuilder("{");
    for (String epoch : epochs) {
      json.append(json.length() > 1 ? "," : "")
          .append("\"%s\":{\"fingerprint\":\"%s\",\"modified\":1,\"owner\":null,\"reference\":null,"
              .formatted(epoch, fingerprint(root.resolve(epoch.substring(1)))))
          .append("\"description\":\"a list\",\"symlinks\":[]}");
    }
    manifest(path, json + "}");
  }

  /** Serves this text as a manifest, packed. */
  public void manifest(String path, String json) throws IOException {
    answer(path, 200, Map.of("Content-Type", "application/gzip"),
        gzip(json.getBytes(StandardCharsets.UTF_8)));
  }

  public static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private List<String> epochs() throws IOException {
    try (Stream<Path> files = Files.find(root, 3,
        (file, _) -> file.getFileName().toString().endsWith(".git"))) {
      return files.map(file -> "/" + root.relativize(file)).sorted().toList();
    }
  }

  private static String fingerprint(Path repository) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1")
              .digest(Git.run(repository, "show-ref").getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      requests.add(exchange.getRequestMethod() + " " + path);
      Answer answer = answers.get(path);
      if (answer != null) {
        answer.to(exchange);
      } else {
        askGit(exchange);
      }
    }
  }

  /** RFC 3875, as far as git-http-backend(1) looks at it. */
  private void askGit(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    ProcessBuilder git = new ProcessBuilder("git", "http-backend")
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = git.environment();
    environment.put("GIT_PROJECT_ROOT", root.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    environment.put("QUERY_STRING", text(exchange.getRequestURI().getRawQuery()));
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("CONTENT_TYPE", header(exchange, "Content-Type"));
    environment.put("CONTENT_LENGTH", String.valueOf(body.length));
    environment.put("HTTP_CONTENT_ENCODING", header(exchange, "Content-Encoding"));
    environment.put("HTTP_GIT_PROTOCOL", header(exchange, "Git-Protocol"));
    environment.put("REMOTE_ADDR", "127.0.0.1");
    Process process = git.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(body);
    }
    try (InputStream out = new BufferedInputStream(process.getInputStream())) {
      pass(exchange, out);
    }
  }

  private void pass(HttpExchange exchange, InputStream out) throws IOException {
    int status = 200;
    for (String line = line(out); !line.isEmpty(); line = line(out)) {
      String[] header = line.split(": ", 2);
      if (header[0].equals("Status")) {
        status = Integer.parseInt(header[1].substring(0, 3));
      } else {
        exchange.getResponseHeaders().set(header[0], header[1]);
      }
    }
    byte[] body = out.readAllBytes();
    boolean isCut = exchange.getRequestMethod().equals("POST") && body.length > packBytes;
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body, 0, isCut ? packBytes : body.length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n' && line.length() < HEADER_BYTES; next = in
        .read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static void send(HttpExchange exchange, int status, Map<String, String> headers,
      byte[] body) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static String header(HttpExchange exchange, String name) {
    return text(exchange.getRequestHeaders().getFirst(name));
  }

  private static String text(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
