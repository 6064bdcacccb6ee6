package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.finding.RuleFiles;
import dev.chesterton.finding.RulePage;
import dev.chesterton.finding.RuleTrial;
import dev.chesterton.source.Parsed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "test", description = "run the samples that stand in a rule file, or in those of all rules; and show what the rule flags in the store", footer = {
  "Samples are ```diff blocks below the headings '## Must fire' and '## Must stay silent'.",
  "Each removed line is taken for one that an earlier fix had added.", "",
  "With -n or --list the rule is also run over patches of the store, the newest first, as of the day each was sent:"
      + " each it flags is printed with place and line, then how many that were. This changes no exit code.",
  "",
  "Exit codes: 0 all as they should be, 1 a sample fails, 65 the file is no rule, 66 it is not there."})
final class RulesTestCommand extends Verb {
  private static final int USUAL = 1_000;

  private final Session session;

  @Option(names = "-n", paramLabel = "N", description = "run over this many patches of the store (default: 1000 with --list, else none)")
  private Optional<Integer> patches = Optional.empty();

  @Option(names = "--list", paramLabel = "NAME", description = "run over patches of this list")
  private Optional<String> list = Optional.empty();

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "a rule file; without it all rules that are on")
  private Optional<String> file = Optional.empty();

  RulesTestCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    patches.filter(number -> number < 1).ifPresent(number -> {
      throw new InputException(ExitCode.USAGE, "-n " + number + " is no number of patches: from 1");
    });
    return file.map(name -> testFile(session.resolve(name))).orElseGet(this::testAll);
  }

  private ExitCode testAll() {
    return test(session.rules(), session.rules().pages());
  }

  private ExitCode testFile(Path path) {
    if (Files.isDirectory(path)) {
      throw new InputException(ExitCode.USAGE, "'" + path
          + "' is a folder; name a file of it, or set chesterton.rulesDir and name none");
    }
    if (!Files.isRegularFile(path)) {
      throw new InputException(ExitCode.NO_INPUT,
          "no rule file '" + path + "'; name a file, or none for all rules");
    }
    Parsed<Optional<RulePage>> page = RuleFiles.read(path);
    List<String> problems = new ArrayList<>();
    page.problems().forEach(problem -> problems.add(problem.toString()));
    Parsed<RuleBook> book = RuleBook.ofProgram().with(page.value().stream().toList());
    book.problems().forEach(problem -> problems.add(problem.toString()));
    if (!problems.isEmpty()) {
      throw new InputException(ExitCode.BAD_INPUT, String.join("; ", problems));
    }
    return test(book.value(), page.value().stream().toList());
  }

  private ExitCode test(RuleBook book, List<RulePage> pages) {
    List<Boolean> good = pages.stream().map(page -> test(book, page)).toList();
    if (patches.isPresent() || list.isPresent()) {
      new RuleSurvey(session, list, patches.orElse(USUAL)).run(book, pages);
    }
    return good.contains(false) ? ExitCode.FOUND_OR_NO_MATCH : ExitCode.OK;
  }

  private boolean test(RuleBook book, RulePage page) {
    List<RuleTrial> trials = RuleTrial.of(book, page);
    lines(page, trials).map(Printable::of).forEach(session.outside().out()::println);
    return trials.stream().allMatch(RuleTrial::isGood);
  }

  private static Stream<String> lines(RulePage page, List<RuleTrial> trials) {
    return trials.isEmpty() ? Stream.of(page.id() + ": no samples in " + page.file())
        : trials.stream()
            .map(trial -> "%s: %s: %s".formatted(page.id(), trial.sample(),
                outcome(trial)));
  }

  private static String outcome(RuleTrial trial) {
    if (trial.isGood()) {
      return "ok";
    }
    return trial.findings().isEmpty() ? "FAILED, the rule is silent"
        : "FAILED, the rule says at %s: %s".formatted(trial.findings().getFirst().place(),
            trial.findings().getFirst().claim());
  }

  @Override
  public Prose prose() {
    return new Prose(List.of(), List.of(
        new Prose.Example("chesterton rules test my-rule.md",
            "A new rule over its samples:"),
        new Prose.Example("chesterton rules test my-rule.md --list linux-btrfs -n 5000",
            "How often it would have spoken up on a list:")),
        List.of());
  }
}
