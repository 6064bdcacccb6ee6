package dev.chesterton.cli;

import dev.chesterton.history.SourceTree;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.index.Ingest;
import dev.chesterton.index.IngestReport;
import dev.chesterton.settings.ArchiveSettings;
import dev.chesterton.settings.Settings;
import dev.chesterton.settings.TreeSettings;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ingest", description = "read archives and trees into the store; a second run reads what is new")
final class IngestCommand extends Verb {

  private final Session session;

  @Option(names = "--list", paramLabel = "NAME", description = "list whose archive the paths are")
  private Optional<String> list = Optional.empty();

  @Option(names = "--tree", paramLabel = "NAME=REPO", description = "read the commits of a git repository")
  private List<String> trees = new ArrayList<>();

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "mbox, public-inbox folder or epoch, or single mail; none: the archives and trees of the settings")
  private List<String> paths = new ArrayList<>();

  /** A mail archive or a tree to be read. */
  private sealed interface Job {
    record Mails(String list, Path path) implements Job {}

    record Commits(String name, Path path, Optional<String> branch) implements Job {}
  }

  IngestCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    Settings settings = session.settings();
    List<Job> jobs = jobs(settings);
    ExitCode worst = ExitCode.OK;
    try (IndexUpdate update = IndexUpdate.open(settings.store(), holder())) {
      Ingest ingest = new Ingest(update, session.limits());
      for (Job job : jobs) {
        for (IngestReport report : run(job, ingest)) {
          worst = report.skipped().isEmpty() ? worst : ExitCode.SKIPPED;
        }
      }
    }
    return worst;
  }

  private List<Job> jobs(Settings settings) {
    List<Job> jobs = new ArrayList<>();
    for (String path : paths) {
      Path place = existing(path);
      jobs.add(new Job.Mails(list.orElseGet(() -> nameOf(place)), place));
    }
    trees.forEach(tree -> jobs.add(treeJob(tree)));
    if (jobs.isEmpty()) {
      settings.archives()
          .stream()
          .filter(this::isWanted)
          .forEach(archive -> archive.path()
              .ifPresent(path -> jobs.add(
                  new Job.Mails(archive.name(), path))));
      if (list.isEmpty()) {
        settings.trees().forEach(tree -> jobs.add(job(tree)));
      }
    }
    if (jobs.isEmpty()) {
      throw new InputException(ExitCode.USAGE,
          "nothing to ingest: name a PATH, or archives and trees in the settings");
    }
    return jobs;
  }

  private boolean isWanted(ArchiveSettings archive) {
    return list.isEmpty() || list.get().equals(archive.name());
  }

  private static Job job(TreeSettings tree) {
    return new Job.Commits(tree.name(), tree.path(), tree.branch());
  }

  private Job treeJob(String tree) {
    int equals = tree.indexOf('=');
    if (equals <= 0) {
      throw new InputException(ExitCode.USAGE, "--tree '" + tree + "': write it as NAME=REPO");
    }
    return new Job.Commits(tree.substring(0, equals), existing(tree.substring(equals + 1)),
        Optional.empty());
  }

  private Path existing(String path) {
    Path place = session.resolve(path);
    if (!Files.exists(place)) {
      throw new InputException(ExitCode.NO_INPUT, "no such file or folder: '" + path + "'");
    }
    return place;
  }

  /** {@code linux-btrfs.git}, {@code linux-btrfs.mbox.gz}: the list is what stands before the first dot. */
  private static String nameOf(Path path) {
    String name = path.getFileName().toString();
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private List<IngestReport> run(Job job, Ingest ingest) {
    return switch (job) {
      case Job.Mails(String name, Path path) -> MailSources.open(path, session.limits())
          .stream()
          .map(source -> mails(name, source, ingest))
          .toList();
      case Job.Commits(String name, Path path, Optional<String> branch) ->
        List.of(commits(name, path, branch, ingest));
    };
  }

  private IngestReport mails(String name, MailSource source, Ingest ingest) {
    long begun = System.nanoTime();
    IngestReport report = ingest.mails(name, source);
    say("%s  %,d new mails (%,d patches, %,d with something odd), %,d known, %,d taken back, %,d skipped   %s"
        .formatted(
            name, report.added(), report.patches(), report.odd(), report.known(), report.removed(),
            report.skipped()
                .size(),
            since(begun)),
        report);
    return report;
  }

  private IngestReport commits(String name, Path path, Optional<String> branch, Ingest ingest) {
    long begun = System.nanoTime();
    try (SourceTree tree = SourceTree.open(path, name)) {
      IngestReport report = ingest.commits(tree, branch);
      say("%s  %,d new commits, %,d known   %s".formatted(name, report.added(), report.known(),
          since(begun)), report);
      return report;
    }
  }

  private void say(String summary, IngestReport report) {
    session.outside().out().println(Printable.of(summary));
    report.skipped()
        .forEach(problem -> session.outside()
            .err()
            .println("W: " + Printable.of(problem + ": skipped")));
  }

  private static String since(long begun) {
    return String.format(Locale.ROOT, "%.1f s",
        Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
  }

  private String holder() {
    return "pid " + ProcessHandle.current().pid() + " since " + session.outside().clock().instant();
  }
}
