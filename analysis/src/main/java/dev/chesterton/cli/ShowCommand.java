package dev.chesterton.cli;

import dev.chesterton.patch.Posting;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.review.PostingJson;
import dev.chesterton.review.PostingText;
import dev.chesterton.review.SeriesCover;
import dev.chesterton.source.Parsed;
import java.util.List;
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

  /** The names are what users write. */
  enum Format {
    text, json, jsonl
  }

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    List<Parsed<Posting>> mails = new MailArguments(session).read(argument);
    List<Posting> postings = mails.stream().map(Parsed::value).toList();
    switch (format) {
      case text -> mails.forEach(mail -> session.outside()
          .out()
          .print(Printable.lines(PostingText.of(mail.value(), mail
              .problems()))));
      case jsonl -> mails.forEach(mail -> session.outside().out().println(json(mail, postings)));
      case json -> session.outside()
          .out()
          .println(mails.size() == 1 ? json(mails.getFirst(), postings)
              : JsonWriter
                  .array(mails, (json, mail) -> write(json, mail, postings)));
    }
    return ExitCode.OK;
  }

  private static String json(Parsed<Posting> mail, List<Posting> postings) {
    return JsonWriter.object(json -> write(json, mail, postings));
  }

  private static void write(JsonWriter json, Parsed<Posting> mail, List<Posting> postings) {
    PostingJson.write(json, mail.value(), SeriesCover.of(mail.value(), postings), mail.problems());
  }
}
