package dev.chesterton.web;

import dev.chesterton.cli.Outside;
import dev.chesterton.cli.Session;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.history.SourceTree;
import dev.chesterton.history.TreeLimits;
import dev.chesterton.index.Index;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.index.Ingest;
import dev.chesterton.index.IngestReport;
import dev.chesterton.index.Progress;
import dev.chesterton.jobs.ArchiveRun;
import dev.chesterton.jobs.ArchiveRun.Counts;
import dev.chesterton.jobs.Expected;
import dev.chesterton.jobs.Job;
import dev.chesterton.jobs.JobLog;
import dev.chesterton.jobs.StoreSize;
import dev.chesterton.notes.Notes;
import dev.chesterton.review.FindingsUpdate;
import dev.chesterton.review.FlaggedPatch;
import dev.chesterton.settings.NotesSettings;
import dev.chesterton.settings.TreeSettings;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.web.view.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The samples in a store of their own. All of it lies in one fresh temporary folder, which goes when this is closed;
 * nothing of the user's is read or written.
 */
final class Demo implements AutoCloseable {

  private static final String LIST = "linux-cairnfs";
  private static final List<String> BRANCHES = List.of("master");
  /** The samples take a second or two. */
  private static final long LONGEST_WAIT_MILLIS = 60_000;

  private final Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<TreeSettings> trees = new ArrayList<>();

  private Demo(Path folder) {
    this.folder = folder;
  }

  /** The histories cannot be read in without git. */
  static final class GitMissing extends Exception {

    private static final long serialVersionUID = 1;

    GitMissing(IOException cause) {
      super("the demo needs git to read its sample history: install git", cause);
    }
  }

  /** Reads the samples in. */
  static Demo prepare(Samples samples, Clock clock) throws GitMissing {
    Demo demo = new Demo(temporaryFolder());
    AtEnd.close(demo);
    try {
      Instant begin = clock.instant();
      List<ArchiveRun> archives = demo.read(samples);
      demo.keepFindings(clock, begin, archives);
      return demo;
    } catch (GitMissing | RuntimeException e) {
      demo.close();
      throw e;
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("chesterton-demo");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder: " + e.getMessage(), e);
    }
  }

  private List<ArchiveRun> read(Samples samples) throws GitMissing {
    List<ArchiveRun> archives = new ArrayList<>();
    for (Path history : samples.histories()) {
      String name = history.getFileName().toString().replace(".fi", "");
      trees.add(new TreeSettings(name, repository(name, history), BRANCHES));
    }
    try (IndexUpdate update = IndexUpdate.open(store(), "demo")) {
      Ingest ingest = new Ingest(update, ReadLimits.DEFAULT);
      for (TreeSettings tree : trees) {
        try (SourceTree source = SourceTree.open(tree.path(), tree.name())) {
          archives.add(run(ArchiveRun.Kind.COMMITS, tree.name(), tree.path(),
              tree.toRead()
                  .stream()
                  .map(branch -> ingest.commits(source, branch))
                  .toList()));
        }
      }
      List<IngestReport> reports = new ArrayList<>();
      for (Path mailbox : samples.mailboxes()) {
        for (MailSource source : MailSources.open(mailbox, ReadLimits.DEFAULT)) {
          reports.add(ingest.mails(LIST, source));
        }
      }
      archives.add(run(ArchiveRun.Kind.MAILS, LIST, samples.folder(), reports));
    }
    return archives;
  }

  private static ArchiveRun run(ArchiveRun.Kind kind, String name, Path path,
      List<IngestReport> reports) {
    Counts counts = reports.stream().map(Counts::of).reduce(Counts.NONE, Counts::plus);
    return new ArchiveRun(kind, name, path.toString(), 0, counts,
        reports.stream().flatMap(report -> report.skipped().stream()).toList(), Map.of(), false,
        Optional.empty());
  }

  /** As a nightly run would, with its record. */
  private void keepFindings(Clock clock, Instant begin, List<ArchiveRun> archives) {
    try (Index index = Index.open(store())) {
      new FindingsUpdate(store(), index, RuleBook.ofProgram(), Progress.SILENT)
          .run(clock.instant());
      new JobLog(store()).append(new Job(Job.Kind.INGEST, 0, begin,
          Optional.of(clock.instant()), archives,
          List.of(), Optional.of(StoreSize.of(store(), index.counts())), List.of()));
    }
  }

  /** Folder of its store. */
  Path store() {
    return folder.resolve("store");
  }

  /** Its trees, opened when first asked. */
  private Session.Trees openTrees() {
    return keep(new Session.Trees(trees, TreeLimits.DEFAULT));
  }

  private Path repository(String name, Path history) throws GitMissing {
    Path repository = folder.resolve(name + ".git");
    git(Redirect.from(Path.of("/dev/null").toFile()), "init", "-q", "--bare",
        repository.toString());
    git(Redirect.from(history.toFile()), "-C", repository.toString(), "fast-import", "--quiet");
    return repository;
  }

  /** Runs git without the settings of user and system. */
  private void git(Redirect input, String... arguments) throws GitMissing {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder git = new ProcessBuilder(command).redirectInput(input)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.INHERIT);
    git.environment().keySet().removeIf(variable -> variable.startsWith("GIT_"));
    git.environment()
        .putAll(Map.of("GIT_CONFIG_NOSYSTEM", "1", "GIT_CONFIG_GLOBAL", "/dev/null", "HOME",
            folder.toString(), "XDG_CONFIG_HOME", folder.toString()));
    int exit = run(git);
    if (exit != 0) {
      throw new UncheckedIOException(
          new IOException("git " + arguments[0] + " ended with " + exit));
    }
  }

  private static int run(ProcessBuilder git) throws GitMissing {
    try {
      return git.start().waitFor();
    } catch (IOException e) {
      throw new GitMissing(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** Its store with its trees; fresh for as long as anybody looks at it. */
  StoreAccess access() {
    return new StoreAccess(store(), ReadLimits.DEFAULT, openTrees(), RuleBook.ofProgram(),
        new Expected(List.of(), Duration.ofDays(1)));
  }

  /** Its notes, as empty as its store was. */
  Notes notes() {
    return Notes.of(new NotesSettings(folder.resolve("store-notes/notes.db"), Optional.empty(),
        Optional.empty(), Optional.empty()));
  }

  /** Brings the pages up and prints where the flagged patch with the most evidence is. */
  void serve(ListenAddress address, Readers readers, Outside outside) {
    PageServer server = keep(PageServer.start(access(), readers, address, outside.clock()));
    List<FlaggedPatch> flagged = server.flagged().after(LONGEST_WAIT_MILLIS).flagged();
    String url = server.url();
    flagged.stream()
        .max(Comparator.comparingInt(FlaggedPatch::reasons))
        .ifPresent(patch -> outside.out()
            .println(url + Address.review(patch.head().id()).substring(1)));
    outside.out().println(url + "flagged/");
    outside.out().flush();
  }

  private synchronized <T extends AutoCloseable> T keep(T resource) {
    open.addFirst(resource);
    return resource;
  }

  @Override
  public synchronized void close() {
    for (AutoCloseable resource : open) {
      try {
        resource.close();
      } catch (Exception e) {
        System.err.println("chesterton: not stopped cleanly: " + e.getMessage());
      }
    }
    open.clear();
    delete();
  }

  private void delete() {
    try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("chesterton: temporary folder " + folder + " is left behind: "
          + e.getMessage());
    }
  }
}
