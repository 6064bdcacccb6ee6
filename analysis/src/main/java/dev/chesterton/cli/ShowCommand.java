package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import dev.chesterton.index.Index;
import dev.chesterton.link.version.Lineage;
import dev.chesterton.link.version.VersionFinder;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.review.LineageJson;
import dev.chesterton.review.LineageText;
import dev.chesterton.review.PostingJson;
import dev.chesterton.review.PostingText;
import dev.chesterton.review.SeriesCover;
import dev.chesterton.source.Parsed;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "show a mail, patch or series as it is understood here")
final class ShowCommand extends Verb {

  private final Session session;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or jsonl (default: ${DEFAULT-VALUE})")
  private Format format = Format.text;

  @Parameters(paramLabel = "MSGID|FILE|-", arity = "1", description = "a Message-ID of the store, a file, or - for standard input")
  private String argument = "";

  @Option(names = "--versions", description = "the versions of its series too: why they are that, what became of each patch, what was said to change, and what reviewers gave")
  private boolean versions;

  @Option(names = "--range-diff", description = "as --versions, with what differs in each patch from one version to the next")
  private boolean diffs;

  /** The names are what users write. */
  enum Format {
    text, json, jsonl
  }

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    MailArguments arguments = new MailArguments(session);
    List<Parsed<Posting>> mails = arguments.read(argument);
    List<Posting> postings = mails.stream().map(Parsed::value).toList();
    if (!versions && !diffs) {
      print(mails, postings, _ -> Optional.empty());
    } else if (arguments.isOfStore(argument)) {
      try (Index index = session.openIndex()) {
        print(mails, postings, VersionFinder.in(index, Instant.MAX)::find);
      }
    } else {
      print(mails, postings, VersionFinder.among(postings)::find);
    }
    return ExitCode.OK;
  }

  private void print(List<Parsed<Posting>> mails, List<Posting> postings,
      Function<MessageId, Optional<Lineage>> find) {
    PrintStream out = session.outside().out();
    switch (format) {
      case text -> {
        mails.forEach(mail -> out
            .print(Printable.lines(PostingText.of(mail.value(), mail.problems()))));
        lineages(postings, find)
            .forEach(lineage -> out.print(Printable.lines(LineageText.of(lineage, diffs))));
      }
      case jsonl -> mails.forEach(mail -> out.println(json(mail, postings, find)));
      case json -> out.println(mails.size() == 1
          ? json(mails.getFirst(), postings, find)
          : JsonWriter.array(mails, (json, mail) -> write(json, mail, postings, find)));
    }
  }

  /** Each once, though several of the mails are of it. */
  private static List<Lineage> lineages(List<Posting> postings,
      Function<MessageId, Optional<Lineage>> find) {
    Set<MessageId> told = new HashSet<>();
    List<Lineage> lineages = new ArrayList<>();
    for (Posting posting : postings) {
      MessageId id = posting.message().id();
      if (!told.contains(id)) {
        find.apply(id).ifPresent(lineage -> {
          lineage.versions().forEach(version -> told.addAll(version.sending().ids()));
          lineages.add(lineage);
        });
      }
    }
    return lineages;
  }

  private String json(Parsed<Posting> mail, List<Posting> postings,
      Function<MessageId, Optional<Lineage>> find) {
    return JsonWriter.object(json -> write(json, mail, postings, find));
  }

  private void write(JsonWriter json, Parsed<Posting> mail, List<Posting> postings,
      Function<MessageId, Optional<Lineage>> find) {
    PostingJson.write(json, mail.value(), SeriesCover.of(mail.value(), postings), mail.problems());
    LineageJson.write(json, find.apply(mail.value().message().id()), diffs);
  }

  @Override
  public Prose prose() {
    return new Prose(List.of(),
        List.of(
            new Prose.Example("chesterton show 0001-a-change.patch",
                "A patch as it is understood here:"),
            new Prose.Example("chesterton show --versions MSGID",
                "What became of a series from version to version:")),
        List.of("chesterton-check"));
  }
}
