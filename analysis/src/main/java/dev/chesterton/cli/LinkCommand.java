package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import dev.chesterton.index.Index;
import dev.chesterton.link.Confidence;
import dev.chesterton.link.Known;
import dev.chesterton.link.Linker;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "link", description = "find the patch mail a commit came from, or the commit a patch mail became", footerHeading = "%n", footer = {
  "The answer is the posting the commit is nearest to, of equal ones the last",
  "before it; no mail is named where none is likely. Ends with 1 when one has none."})
final class LinkCommand extends Verb {

  private final Session session;

  @Option(names = "--repo", paramLabel = "DIR", description = "take the commits from this repository, read or not, in place of the trees of the store")
  private Optional<String> repository = Optional.empty();

  @Option(names = "--all", description = "link every commit that changes something")
  private boolean all;

  @Option(names = "--min", paramLabel = "WORD", description = "least confidence: certain, likely or possible (default: ${DEFAULT-VALUE})")
  private Least least = Least.likely;

  @Option(names = "--candidates", description = "print the other answers too")
  private boolean candidates;

  @Option(names = "--as-of", paramLabel = "DATE", description = "pass over mails and commits after this date or instant")
  private Optional<String> asOf = Optional.empty();

  @Option(names = "--without-trailers", description = "do not look at Link: and Message-Id: of commits, to see what the other ways find")
  private boolean withoutTrailers;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or jsonl (default: ${DEFAULT-VALUE})")
  private LinkOutput.Format format = LinkOutput.Format.text;

  @Parameters(paramLabel = "COMMIT|RANGE|MSGID", arity = "0..*", description = "7 to 40 hex digits of a commit, in a tree of the store or cited in a mail of it;"
      + " with --repo also COMMIT..[BRANCH]; or a Message-ID of the store")
  private List<String> arguments = new ArrayList<>();

  /** The names are what users write. */
  enum Least {
    certain, likely, possible
  }

  LinkCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    if (all == !arguments.isEmpty()) {
      throw new InputException(ExitCode.USAGE,
          "name a commit, a range or a Message-ID, or use --all");
    }
    Known known = new Known(asOf.map(text -> Days.begin(text, "--as-of")).orElse(Instant.MAX),
        !withoutTrailers);
    if (repository.isEmpty()) {
      arguments.forEach(LinkRun::check);
    }
    LinkOutput output = new LinkOutput(session.outside(), format,
        Confidence.valueOf(least.name().toUpperCase(Locale.ROOT)), candidates);
    try (Index index = session.openIndex()) {
      LinkRun run = new LinkRun(index, new Linker(index), known, output);
      repository.map(session::resolve)
          .ifPresentOrElse(folder -> link(folder, run),
              () -> linkKnown(run));
    }
    return output.end() ? ExitCode.OK : ExitCode.FOUND_OR_NO_MATCH;
  }

  private void linkKnown(LinkRun run) {
    if (all) {
      run.trees();
    }
    arguments.forEach(run::argument);
  }

  private void link(Path folder, LinkRun run) {
    try (RepositoryCommits commits = RepositoryCommits.open(folder)) {
      if (all) {
        commits.all(run::commit);
      }
      arguments.forEach(argument -> commits.of(argument, run::commit, run::argument));
    }
  }

  @Override
  public Prose prose() {
    return new Prose(
        List.of("A line of text is commit, Message-ID, how they were tied and how sure that is, "
            + "with tabs between."),
        List.of(new Prose.Example("chesterton link 87826df0ec36", "The mail a commit came from:"),
            new Prose.Example("chesterton link --repo ~/linux 1234567..master",
                "All commits of a range:")),
        List.of("chesterton-explain", "git-log(1)"));
  }
}
