package dev.chesterton.web;

import dev.chesterton.cli.ExitCode;
import dev.chesterton.cli.Listening;
import dev.chesterton.cli.Main;
import dev.chesterton.cli.Outside;
import dev.chesterton.cli.Session;
import dev.chesterton.cli.WebServer;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.jobs.ArchiveRun;
import dev.chesterton.jobs.Expected;
import dev.chesterton.jobs.Expected.Wanted;
import dev.chesterton.notes.Backup;
import dev.chesterton.notes.Notes;
import dev.chesterton.settings.Settings;
import dev.chesterton.web.door.Hosts;
import dev.chesterton.web.door.WriteToken;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** The one application with pages: the command line with {@code serve}, {@code mcp}, {@code demo} and {@code backup}. */
public final class ChestertonWeb implements WebServer {

  public static void main(String[] arguments) {
    QuietLog.begin();
    System.exit(Main.run(arguments, Outside.ofThisProcess(), new ChestertonWeb()));
  }

  @Override
  public ExitCode serve(Session session, Listening listening) {
    Optional<WriteToken> token = listening.tokenFile().map(WriteToken::read);
    Optional<ListenAddress> address = ListenAddress.parse(listening.address(), token.isPresent());
    if (address.isEmpty()) {
      return refused(session.outside(), listening);
    }
    Settings settings = session.settings();
    Optional<URI> baseUrl = settings.pages().baseUrl();
    Readers readers = new Readers(Notes.of(settings.notes()), token,
        Hosts.of(address.get().host(), baseUrl), baseUrl, settings.pages().theme());
    try (Session.Trees trees = session.trees();
        PageServer server = PageServer.start(access(session, trees), readers, address.get(),
            session.outside().clock())) {
      AtEnd.close(server);
      session.outside().out().println(server.url());
      session.outside().out().flush();
      waitForever();
    }
    return ExitCode.OK;
  }

  @Override
  public ExitCode mcp(Session session) {
    Settings settings = session.settings();
    PrintStream protocol = session.outside().out();
    // Whatever a library may print must not come between the lines of the protocol.
    System.setOut(System.err);
    try (Session.Trees trees = session.trees();
        OpenStore store = new OpenStore(settings.store(), session.limits(), trees)) {
      new McpConversation().hold(new McpService(store, session.rules(), SiteAddress.of(
          settings.pages())), session.outside().in(), protocol);
    }
    return ExitCode.OK;
  }

  @Override
  public ExitCode demo(Session session, Listening listening) {
    Optional<WriteToken> token = listening.tokenFile().map(WriteToken::read);
    Optional<ListenAddress> address = ListenAddress.parse(listening.address());
    if (address.isEmpty()) {
      return refused(session.outside(), listening);
    }
    Optional<Samples> samples = Samples.find(session.outside());
    if (samples.isEmpty()) {
      session.outside()
          .err()
          .println("chesterton: no folder mbox-samples here or in the folder of the program: start"
              + " from a checkout");
      return ExitCode.NO_INPUT;
    }
    try (Demo demo = Demo.prepare(samples.get(),
        session.outside().clock())) {
      Readers readers = new Readers(demo.notes(), token, Hosts.LOOPBACK, Optional.empty(),
          session.settings().pages().theme());
      demo.serve(address.get(), readers, session.outside());
      waitForever();
    } catch (Demo.GitMissing e) {
      session.outside().err().println("chesterton: " + e.getMessage());
      return ExitCode.CONFIG;
    }
    return ExitCode.OK;
  }

  @Override
  public ExitCode exportNotes(Session session, PrintStream out) {
    int entries = Backup.write(Notes.of(session.settings().notes()), out);
    session.outside().err().println("chesterton: " + entries + " entries written");
    return ExitCode.OK;
  }

  @Override
  public ExitCode restoreNotes(Session session, BufferedReader lines) {
    int added = Backup.restore(Notes.of(session.settings().notes()), lines.lines().iterator());
    session.outside().err().println("chesterton: " + added + " entries and edits are new");
    return ExitCode.OK;
  }

  private static StoreAccess access(Session session, Session.Trees trees) {
    Settings settings = session.settings();
    RuleBook rules = session.rules();
    return new StoreAccess(settings.store(), session.limits(), trees, rules, expected(settings),
        settings.pages().mcp());
  }

  /** Every archive and tree that a nightly run reads. */
  private static Expected expected(Settings settings) {
    Stream<Wanted> archives = settings.archives()
        .stream()
        .map(archive -> new Wanted(ArchiveRun.Kind.MAILS, archive.name()));
    Stream<Wanted> trees = settings.trees()
        .stream()
        .map(tree -> new Wanted(ArchiveRun.Kind.COMMITS, tree.name()));
    return new Expected(Stream.concat(archives, trees).toList(),
        Duration.ofHours(settings.pages().staleHours()));
  }

  private static ExitCode refused(Outside outside, Listening listening) {
    outside.err()
        .println("chesterton: --listen '" + listening.address().replaceAll("\\p{Cntrl}", "?")
            + "': give a loopback address and a port, such as 127.0.0.1:8808; serve takes the"
            + " address of another interface, in digits, where --token-file says who may write");
    return ExitCode.USAGE;
  }

  /** Until a signal ends the process; what is open is closed by {@link AtEnd}. */
  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
