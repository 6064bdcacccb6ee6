package dev.chesterton.cli;

import dev.chesterton.index.Index;
import dev.chesterton.link.Known;
import dev.chesterton.review.Explainer;
import dev.chesterton.review.Explanation;
import dev.chesterton.review.ExplanationJson;
import dev.chesterton.review.ExplanationText;
import dev.chesterton.review.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", description = "tell all that is known of a commit or a patch mail: where it came from, who tried before, how it ended, who undid it")
final class ExplainCommand extends Verb {

  private final Session session;

  @Option(names = "--as-of", paramLabel = "DATE", description = "pass over mails and commits after this date or instant")
  private Optional<String> asOf = Optional.empty();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or jsonl (default: ${DEFAULT-VALUE})")
  private Format format = Format.text;

  @Parameters(paramLabel = "COMMIT|MSGID", arity = "1..*", description = "7 to 40 hex digits of a commit, or the Message-ID of a mail with a diff")
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
    arguments.forEach(LinkRun::check);
    List<Explanation> found = new ArrayList<>();
    try (Index index = session.openIndex()) {
      Explainer explainer = new Explainer(index, known);
      for (String argument : arguments) {
        explain(argument, explainer).ifPresentOrElse(found::add,
            () -> none(argument, index, known));
      }
    }
    print(found);
    return found.size() == arguments.size() ? ExitCode.OK : ExitCode.FOUND_OR_NO_MATCH;
  }

  private static Optional<Explanation> explain(String argument, Explainer explainer) {
    String hex = argument.toLowerCase(Locale.ROOT);
    return LinkRun.HEX.matcher(hex).matches() ? explainer.commit(hex)
        : explainer.mail(LinkRun.messageId(argument));
  }

  private void none(String argument, Index index, Known known) {
    String why = argument.contains("@")
        ? LinkRun.whyNone(LinkRun.messageId(argument), index, known)
        : LinkRun.UNKNOWN_COMMIT;
    session.outside().err().println("chesterton: " + Printable.of(argument + ": " + why));
  }

  private void print(List<Explanation> found) {
    switch (format) {
      case text -> found.forEach(one -> session.outside()
          .out()
          .print(Printable.lines(ExplanationText.of(one))));
      case jsonl -> found
          .forEach(one -> session.outside().out().println(ExplanationJson.of(one)));
      case json -> session.outside()
          .out()
          .println(found.size() == 1 ? ExplanationJson.of(found.getFirst())
              : JsonWriter.array(found, ExplanationJson::write));
    }
  }
}
