package dev.chesterton.cli;

import dev.chesterton.index.Index;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Confidence;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Link;
import dev.chesterton.link.Linker;
import dev.chesterton.review.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "link", description = "find the patch mail a commit came from")
final class LinkCommand extends Verb {

  private final Session session;

  @Option(names = "--min", paramLabel = "WORD", description = "least confidence: certain, likely or possible (default: ${DEFAULT-VALUE})")
  private Least least = Least.likely;

  @Option(names = "--candidates", description = "print the other answers too")
  private boolean candidates;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or jsonl (default: ${DEFAULT-VALUE})")
  private Format format = Format.text;

  @Parameters(paramLabel = "COMMIT", arity = "1..*", description = "7 to 40 hex digits, in a tree of the store or cited in a mail of it")
  private List<String> commits = new ArrayList<>();

  /** The names are what users write. */
  enum Least {
    certain, likely, possible
  }

  /** The names are what users write. */
  enum Format {
    text, jsonl
  }

  LinkCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    List<String> ids = commits.stream().map(LinkCommand::checked).toList();
    boolean allFound = true;
    try (Index index = session.openIndex(); Session.Trees trees = session.trees()) {
      Linker linker = new Linker(index, trees);
      for (String commit : ids) {
        allFound &= print(commit, linker.commit(commit, Instant.MAX));
      }
    }
    return allFound ? ExitCode.OK : ExitCode.FOUND_OR_NO_MATCH;
  }

  private static String checked(String commit) {
    String hex = commit.toLowerCase(Locale.ROOT);
    if (!hex.matches("[0-9a-f]{7,40}")) {
      throw new InputException(ExitCode.USAGE,
          "'" + commit + "' is no commit id: write 7 to 40 hex digits");
    }
    return hex;
  }

  private boolean print(String commit, Optional<CommitReference> reference) {
    Confidence wanted = Confidence.valueOf(least.name().toUpperCase(Locale.ROOT));
    List<Link> links = reference.map(CommitReference::mails)
        .orElse(List.of())
        .stream()
        .filter(link -> link.confidence().compareTo(wanted) >= 0)
        .limit(candidates ? Long.MAX_VALUE : 1)
        .toList();
    links.forEach(link -> session.outside().out().println(Printable.of(line(link))));
    if (links.isEmpty()) {
      session.outside()
          .err()
          .println("chesterton: " + commit + ": " + reference.map(LinkCommand::whyNone)
              .orElse(
                  "in no tree of the store, and cited in no mail of it"));
    }
    return !links.isEmpty();
  }

  private static String whyNone(CommitReference reference) {
    return reference.ambiguous() ? "ambiguous: several commits begin so, write more digits"
        : "no posting found by link, patch-id, lines or title \""
            + Printable.of(reference.commit().title()) + "\"";
  }

  private String line(Link link) {
    List<String> because = link.evidence().stream().map(Evidence::because).toList();
    return switch (format) {
      case text -> String.join("\t", link.from().key(), link.to().key(),
          because.stream()
              .collect(Collectors.joining(
                  "; ")),
          link.confidence().word());
      case jsonl -> JsonWriter.object(json -> json.text("commit", link.from().key())
          .text("message_id", link.to().key())
          .text("confidence", link.confidence().word())
          .texts("evidence", because));
    };
  }
}
