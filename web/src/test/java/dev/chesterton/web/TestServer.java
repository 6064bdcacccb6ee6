package dev.chesterton.web;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.index.Ingest;
import dev.chesterton.jobs.Expected;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A real server on a free loopback port; every page it gives a test is checked by {@link PageChecker}. */
final class TestServer implements AutoCloseable {

  static final String PATCH = "20240610094517.71802-1-colm.brady@example.com";
  static final String LIST = "linux-cairnfs";

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"),
      ZoneOffset.UTC);

  private final HttpClient client = HttpClient.newHttpClient();
  private final PageServer server;
  private final Path folder;
  private final Runnable end;
  private final PageChecker checker = new PageChecker(this);

  private TestServer(PageServer server, Path folder, Runnable end) {
    this.server = server;
    this.folder = folder;
    this.end = end;
  }

  /** Its store. */
  Path store() {
    return folder;
  }

  /** The folder of the samples. */
  static Path samples() {
    Path module = Path.of("").toAbsolutePath();
    return module.resolveSibling("mbox-samples");
  }

  /** The samples, mails and tree. */
  static TestServer ofSamples() {
    try {
      Demo demo = Demo.prepare(new Samples(samples()), CLOCK);
      return new TestServer(start(demo.access()), demo.store(), demo::close);
    } catch (Demo.GitMissing e) {
      throw new IllegalStateException(e);
    }
  }

  /** The samples, with POST /mcp. */
  static TestServer ofSamplesWithMcp() {
    try {
      Demo demo = Demo.prepare(new Samples(samples()), CLOCK);
      StoreAccess access = demo.access();
      return new TestServer(start(new StoreAccess(access.folder(), access.limits(), access.trees(),
          access.rules(), access.expected(), true)), demo.store(), demo::close);
    } catch (Demo.GitMissing e) {
      throw new IllegalStateException(e);
    }
  }

  /** A mailbox of one mail. */
  static String mail(String id) {
    return """
        From mboxrd@z Thu Jan  1 00:00:00 1970
        From: a@example.org
        Subject: mail %s
        Date: Mon, 10 Jun 2024 09:45:17 +0000
        Message-ID: <%s>

        text

        """.formatted(id, id);
  }

  /** A store of one mailbox on list {@code odd}, without a tree. */
  static TestServer of(String mailbox, Path folder) {
    return of(mailbox, folder, ReadLimits.DEFAULT);
  }

  /** The same, whose mails are shown with limits of their own. */
  static TestServer of(String mailbox, Path folder, ReadLimits limits) {
    ingest(mailbox, folder);
    Path store = folder.resolve("store");
    return new TestServer(
        start(new StoreAccess(store, limits, CommitChanges.NONE, RuleBook.ofProgram(),
            new Expected(List.of(), Duration.ofHours(36)))),
        store, () -> {});
  }

  static void ingest(String mailbox, Path folder) {
    try {
      Path file = Files.createTempFile(folder, "mails", ".mbox");
      Files.writeString(file, mailbox);
      try (IndexUpdate update = IndexUpdate.open(folder.resolve("store"), "test")) {
        for (MailSource source : MailSources.open(file, ReadLimits.DEFAULT)) {
          new Ingest(update, ReadLimits.DEFAULT).mails("odd", source);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PageServer start(StoreAccess access) {
    return PageServer.start(access, ListenAddress.parse("127.0.0.1:0").orElseThrow(), CLOCK);
  }

  /** What the server under it answers to. */
  java.util.Set<String> mapped() {
    return server.mapped();
  }

  String url() {
    return server.url();
  }

  /** Asks and checks; the answer may be of any status. */
  Answer get(String path) {
    Answer answer = ask("GET", path);
    checker.check(answer);
    return answer;
  }

  /** As above, header names and values in turn. */
  Answer ask(String method, String path, String... headers) {
    return answer(path, HttpRequest.newBuilder().method(method, BodyPublishers.noBody()), headers);
  }

  /** Sends a body; header names and values in turn. */
  Answer post(String path, byte[] body, String... headers) {
    return answer(path, HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(body)), headers);
  }

  private Answer answer(String path, HttpRequest.Builder request, String... headers) {
    request.uri(URI.create(server.url() + path.substring(1)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Answer(path, client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Follows one redirect. */
  Answer follow(String path) {
    Answer answer = get(path);
    return answer.status() == 302 ? get(answer.header("Location")) : answer;
  }

  @Override
  public void close() {
    client.close();
    server.close();
    end.run();
  }
}
