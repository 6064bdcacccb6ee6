package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import dev.chesterton.index.Progress;
import dev.chesterton.index.StoreCheck;
import dev.chesterton.review.Counted;
import dev.chesterton.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "verify", description = {
  "examine the store: the checksum of each file, the last commit, its schema and its checkpoints",
  "",
  "It changes nothing, and may run while the store is read or written. What is broken is named;"
      + " 'chesterton ingest --rebuild' makes the index anew from its archives."}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:the store is sound", "66:there is no store", "74:the store is broken"})
final class VerifyCommand extends Verb {
  private static final int MOST_PROBLEMS = 100;

  private final Session session;

  @Option(names = "--deep", description = "also open and parse every mail, compare it with what the index says of it,"
      + " count again, and look up in each archive how far it was read")
  private boolean deep;

  @Option(names = "--progress", paramLabel = "HOW", description = "auto, bar, plain or none (default: ${DEFAULT-VALUE})")
  private ProgressStyle style = ProgressStyle.auto;

  VerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    Path store = session.settings().store();
    StoreCheck check = deep ? deep(store) : StoreCheck.ofFiles(store);
    check.problems().stream().limit(problemsShown()).forEach(problem -> tell(store, problem));
    if (!check.isSound()) {
      tellMore(check);
      tell("make it anew with 'chesterton --store " + store + " ingest --rebuild'");
      return ExitCode.IO;
    }
    say(summary(store, check));
    if (deep) {
      sources(store, check);
    }
    return ExitCode.OK;
  }

  private StoreCheck deep(Path store) {
    Outside outside = session.outside();
    ProgressDisplay display = new ProgressDisplay(outside.err(), outside.nanoTime(),
        session.isQuiet() ? ProgressStyle.none : style.on(outside.errIsTerminal()));
    Progress progress = display.begin("verify", "document");
    try {
      return StoreCheck.ofAll(store, session.limits(), progress);
    } finally {
      display.clear();
    }
  }

  /** An archive that has changed since does not make the store unsound: the next ingest goes by what is there. */
  private void sources(Path store, StoreCheck check) {
    List<String> changed = new SourceLookup(store, session.limits()).changed(check.sources());
    Warnings warnings = new Warnings(session.outside().err(), session.isVerbose());
    changed.forEach(warnings::say);
    warnings.end();
    say(String.format(Locale.ROOT,
        "each mail and commit was opened and compared; %,d of %s",
        check.sources().size() - changed.size(), Counted.of(check.sources().size(),
            "archive or tree is as it was read", "archives and trees are as they were read")));
  }

  private static String summary(Path store, StoreCheck check) {
    return String.format(Locale.ROOT,
        "store '%s', generation %d, is sound: %s with %,d KiB have their checksums;"
            + " %s and %s from %s",
        store, check.generation(), Counted.of(check.files(), "file"), check.bytes() >> 10,
        Counted.of(check.mails(), "mail"), Counted.of(check.commits(), "commit"),
        Counted.of(check.sources().size(), "archive or tree", "archives and trees"));
  }

  private long problemsShown() {
    return session.isVerbose() ? Long.MAX_VALUE : MOST_PROBLEMS;
  }

  private void tellMore(StoreCheck check) {
    long more = check.problems().size() - problemsShown();
    if (more > 0) {
      tell("and " + more + " more; -v names them");
    }
  }

  private void tell(Path store, Problem problem) {
    tell("store '" + store + "' is broken: " + problem);
  }

  private void tell(String line) {
    session.outside().err().println("chesterton: " + Printable.of(line));
  }

  private void say(String line) {
    if (!session.isQuiet()) {
      session.outside().out().println(Printable.of(line));
    }
  }

  @Override
  public Prose prose() {
    return new Prose(List.of(),
        List.of(new Prose.Example("chesterton verify --deep || chesterton ingest --rebuild",
            "Examine every mail, and make the index anew where one is broken:")),
        List.of("chesterton-ingest"));
  }
}
