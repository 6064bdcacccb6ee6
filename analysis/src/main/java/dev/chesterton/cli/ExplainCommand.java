package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import dev.chesterton.link.Known;
import dev.chesterton.review.Explanation;
import dev.chesterton.review.ExplanationJson;
import dev.chesterton.review.ExplanationText;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.review.LineLife;
import dev.chesterton.review.PageAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", description = {
  "tell why lines are there: of a file, or those of a commit or a patch mail", "",
  "Of lines: who put them there, for what, in which mail, who repaired that, and who tried to take them away."
      + " Of a commit or patch mail: where its lines came from, who tried before, how it ended, who undid it.",
  "",
  "A line of a file at hand is sought in the tree by its text, since the file may have changed."})
final class ExplainCommand extends Verb {

  private final Session session;

  @Option(names = "-L", paramLabel = "N[,M]", description = "explain these lines of FILE, counted from 1")
  private Optional<String> lines = Optional.empty();

  @Option(names = "--repo", paramLabel = "DIR", description = "with -L: ask the history of this repository, in place of chesterton.tree.<name>.path,"
      + " else chesterton.repo, else the work tree that FILE lies in")
  private Optional<String> repository = Optional.empty();

  @Option(names = "--as-of", paramLabel = "DATE", description = "pass over mails and commits after this date or instant")
  private Optional<String> asOf = Optional.empty();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or jsonl (default: ${DEFAULT-VALUE})")
  private Format format = Format.text;

  @Parameters(paramLabel = "FILE|COMMIT|MSGID|-", arity = "1..*", description = "with -L a file of a tree; else 7 to 40 hex digits of a commit, the Message-ID"
      + " of a mail with a diff, a file with mails, or - for a mail on standard input")
  private List<String> arguments = new ArrayList<>();

  /** The names are what users write. */
  enum Format {
    text, json, jsonl
  }

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    Known known = Known
        .until(asOf.map(date -> Days.begin(date, "--as-of")).orElse(Instant.MAX));
    if (lines.isPresent()) {
      return explainLines(lines.get(), known);
    }
    if (repository.isPresent()) {
      throw new InputException(ExitCode.USAGE, "--repo goes with -L N FILE");
    }
    ExplainedArguments explained = new ExplainedArguments(session, known);
    List<Explanation> found = explained.explain(arguments);
    print(found);
    return explained.isComplete() ? ExitCode.OK : ExitCode.FOUND_OR_NO_MATCH;
  }

  private ExitCode explainLines(String range, Known known) {
    if (arguments.size() != 1) {
      throw new InputException(ExitCode.USAGE, "-L goes with one file, not " + arguments.size());
    }
    LineLife life = new LineExplanation(session, known, repository.map(session::resolve))
        .find(LineArgument.of(range, arguments.getFirst(), session), arguments.getFirst());
    if (format == Format.text) {
      session.outside().out().print(Printable.lines(LineExplanation.text(life, session.pages())));
    } else {
      session.outside().out().println(LineExplanation.json(life, session.pages()));
    }
    return life.causes().isEmpty() ? ExitCode.FOUND_OR_NO_MATCH : ExitCode.OK;
  }

  private void print(List<Explanation> found) {
    PageAddress pages = session.pages();
    switch (format) {
      case text -> found.forEach(one -> session.outside()
          .out()
          .print(Printable.lines(pages.of(one.subject()).map(url -> url + "\n").orElse("")
              + ExplanationText.of(one))));
      case jsonl -> found
          .forEach(one -> session.outside().out().println(ExplanationJson.of(one)));
      case json -> session.outside()
          .out()
          .println(found.size() == 1 ? ExplanationJson.of(found.getFirst())
              : JsonWriter.array(found, ExplanationJson::write));
    }
  }

  @Override
  public Prose prose() {
    return new Prose(
        List.of("With chesterton.baseUrl set the first line of text is the address of the page. A "
            + "file whose name could be a commit is written with a folder, as in ./1234567."),
        List.of(
            new Prose.Example("chesterton explain -L 3947 fs/btrfs/extent_io.c",
                "Why a line of the file at hand is there:"),
            new Prose.Example("chesterton explain -L 20,24 --repo ~/linux fs/btrfs/extent_io.c",
                "Lines as they stand at the head of a tree:"),
            new Prose.Example("chesterton explain 87826df0ec36", "What is known of a commit:"),
            new Prose.Example("notmuch show --format=raw id:MSGID | chesterton explain -",
                "A mail from a mail reader:")),
        List.of("chesterton-link", "chesterton-search", "git-blame(1)"));
  }
}
