package dev.chesterton.web;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.index.Ingest;
import dev.chesterton.jobs.Expected;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.notes.Notes;
import dev.chesterton.settings.NotesSettings;
import dev.chesterton.settings.Theme;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.web.door.Hosts;
import dev.chesterton.web.door.WriteToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A real server on a free loopback port; every page it gives a test is checked by {@link PageChecker}. */
final class TestServer implements AutoCloseable {

  static final String PATCH = "20240610094517.71802-1-colm.brady@example.com";
  static final String LIST = "linux-cairnfs";

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"),
      ZoneOffset.UTC);

  /** What those know who may write. */
  static final String TOKEN = "a-token-for-tests-of-40-characters-x-y-z";

  private final HttpClient client = HttpClient.newHttpClient();
  private final PageServer server;
  private final Path folder;
  private final Notes notes;
  private final Runnable end;
  private final PageChecker checker = new PageChecker(this);

  private TestServer(StoreAccess access, Readers readers, Runnable end) {
    this.server = PageServer.start(access, readers,
        ListenAddress.parse("127.0.0.1:0").orElseThrow(),
        readers.token().isPresent() ? ticking() : CLOCK);
    this.folder = access.folder();
    this.notes = readers.notes();
    this.end = end;
  }

  /** A second later each time it is asked, so that what is written has an order. */
  private static Clock ticking() {
    AtomicLong seconds = new AtomicLong();
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return CLOCK.instant().plusSeconds(seconds.getAndIncrement());
      }
    };
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
    return ofSamples(Optional.empty());
  }

  /** The same, where those who know {@link #TOKEN} may write. */
  static TestServer ofSamplesForWriters(Path folder) {
    return ofSamples(Optional.of(token(folder)));
  }

  private static TestServer ofSamples(Optional<WriteToken> token) {
    try {
      Demo demo = Demo.prepare(new Samples(samples()), CLOCK);
      return new TestServer(demo.access(),
          new Readers(demo.notes(), token, Hosts.LOOPBACK, Optional.empty(), Theme.AUTO),
          demo::close);
    } catch (Demo.GitMissing e) {
      throw new IllegalStateException(e);
    }
  }

  /** The samples in colours of the operator. */
  static TestServer ofSamples(Theme theme) {
    try {
      Demo demo = Demo.prepare(new Samples(samples()), CLOCK);
      return new TestServer(demo.access(), new Readers(demo.notes(), Optional.empty(),
          Hosts.LOOPBACK, Optional.empty(), theme), demo::close);
    } catch (Demo.GitMissing e) {
      throw new IllegalStateException(e);
    }
  }

  /** The samples, with POST /mcp. */
  static TestServer ofSamplesWithMcp() {
    return ofSamplesWithMcp(Optional.empty());
  }

  /** The same, whose readers call it by an address of its own. */
  static TestServer ofSamplesWithMcp(Optional<URI> baseUrl) {
    try {
      Demo demo = Demo.prepare(new Samples(samples()), CLOCK);
      StoreAccess access = demo.access();
      return new TestServer(new StoreAccess(access.folder(), access.limits(), access.trees(),
          access.rules(), access.expected(), true),
          new Readers(demo.notes(), Optional.empty(), Hosts.LOOPBACK, baseUrl, Theme.AUTO),
          demo::close);
    } catch (Demo.GitMissing e) {
      throw new IllegalStateException(e);
    }
  }

  static WriteToken token(Path folder) {
    try {
      Path file = folder.resolve("token");
      Files.deleteIfExists(file);
      Files.createFile(file,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, TOKEN + "\n");
      return WriteToken.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    return of(folder, limits, Optional.empty());
  }

  /** A store of one mailbox where those who know {@link #TOKEN} may write. */
  static TestServer forWriters(String mailbox, Path folder) {
    ingest(mailbox, folder);
    return of(folder, ReadLimits.DEFAULT, Optional.of(token(folder)));
  }

  private static TestServer of(Path folder, ReadLimits limits, Optional<WriteToken> token) {
    Path store = folder.resolve("store");
    return new TestServer(
        new StoreAccess(store, limits, CommitChanges.NONE, RuleBook.ofProgram(),
            new Expected(List.of(), Duration.ofHours(36))),
        new Readers(notesBeside(store), token, Hosts.LOOPBACK, Optional.empty(), Theme.AUTO),
        () -> {});
  }

  private static Notes notesBeside(Path store) {
    return Notes.of(new NotesSettings(store.resolveSibling("store-notes/notes.db"),
        Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** What its readers wrote. */
  Notes notes() {
    return notes;
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

  /** Looks at a page that was asked for with headers. */
  void checkPage(Answer answer) {
    checker.check(answer);
  }

  /** As above, header names and values in turn. */
  Answer ask(String method, String path, String... headers) {
    return send(method, path, BodyPublishers.noBody(), headers);
  }

  /** Sends a body with a {@code POST}, header names and values in turn. */
  Answer post(String path, String body, String... headers) {
    return send("POST", path, BodyPublishers.ofString(body), headers);
  }

  /** The same for bytes. */
  Answer post(String path, byte[] body, String... headers) {
    return send("POST", path, BodyPublishers.ofByteArray(body), headers);
  }

  /** The address of its pages, as a browser names it in {@code Origin}. */
  String origin() {
    return server.url().substring(0, server.url().length() - 1);
  }

  private Answer send(String method, String path, HttpRequest.BodyPublisher body,
      String... headers) {
    return send(method, path, URI.create(server.url() + path.substring(1)), body, headers);
  }

  /** Asks at an address that may call this machine by another name. */
  Answer at(URI address) {
    return send("GET", address.getPath(), address, BodyPublishers.noBody());
  }

  private Answer send(String method, String path, URI address, HttpRequest.BodyPublisher body,
      String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, body);
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
