package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head;
import dev.chesterton.index.Hits;
import dev.chesterton.index.Index;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.index.SearchSyntax;
import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.HeadJson;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.source.MboxWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "search", description = "find mails and commits by words and lore's prefixes", footer = {
  "",
  "Words are all looked for, OR stands between alternatives, - in front means not:",
  "", "  word  \"a phrase\"  begin*  -word",
  "  s:title  f:author  b:text  l:list  mid:MESSAGE-ID",
  "  d:2022-06..2022-07-15  test:generic/208  commit:87826df0ec36",
  "  dfn:path/of/file  dfa:identifier_removed  dfb:identifier_added",
  "  bug:id_of_a_bug  trace:function_of_a_trace",
  "  kind:patch  kind:cover  kind:reply  kind:letter  kind:commit", "",
  "Ends with 1 when nothing is found."})
final class SearchCommand extends Verb {
  private static final Criterion COMMITS = new Criterion.OfKind(List.of(Criterion.Kind.COMMIT));
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE
      .withZone(ZoneOffset.UTC);

  private final Session session;

  @Option(names = "-n", paramLabel = "N", description = "most results (default: ${DEFAULT-VALUE})")
  private int limit = 50;

  @Option(names = "--sort", paramLabel = "ORDER", description = "relevance, newest or oldest (default: ${DEFAULT-VALUE})")
  private Order order = Order.newest;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text, json, jsonl, or mboxrd: the mails themselves, for 'mutt -f' (default: ${DEFAULT-VALUE})")
  private Format format = Format.text;

  @Option(names = "-z", description = "end each line of text and jsonl with NUL in place of a line end")
  private boolean nul;

  @Option(names = "--count", description = "print only how many there are")
  private boolean count;

  @Parameters(paramLabel = "QUERY", arity = "1..*", description = "words, \"phrases\", prefix:word, -word, OR")
  private List<String> words = new ArrayList<>();

  /** The names are what users write. */
  enum Format {
    text, json, jsonl, mboxrd
  }

  /** The names are what users write. */
  enum Order {
    relevance, newest, oldest
  }

  SearchCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    SearchSyntax syntax = SearchSyntax.parse(String.join(" ", words));
    syntax.error().ifPresent(error -> {
      throw new InputException(ExitCode.USAGE, error);
    });
    if (limit < 1) {
      throw new InputException(ExitCode.USAGE, "-n " + limit + " is no number of results: from 1");
    }
    try (Index index = session.openIndex()) {
      SearchQuery.Order by = SearchQuery.Order
          .valueOf(order.name().toUpperCase(Locale.ROOT));
      Criterion wanted = format == Format.mboxrd
          ? Criterion.all(syntax.criterion(), new Criterion.Not(COMMITS))
          : syntax.criterion();
      Hits hits = index.search(new SearchQuery(wanted, by, 0, limit));
      print(hits, index);
      return hits.count() == 0 ? ExitCode.FOUND_OR_NO_MATCH : ExitCode.OK;
    }
  }

  private void print(Hits hits, Index index) {
    if (count) {
      line(String.valueOf(hits.count()));
      return;
    }
    switch (format) {
      case text -> hits.heads().forEach(head -> line(Printable.of(line(head))));
      case jsonl -> hits.heads()
          .forEach(head -> line(JsonWriter.object(json -> HeadJson.write(json, head))));
      case json -> session.outside()
          .out()
          .println(JsonWriter.object(json -> json.number("schema", 1)
              .number("count", hits.count())
              .flag("exact", hits.exact())
              .array("hits", hits.heads(), HeadJson::write)));
      case mboxrd -> mailbox(hits, index);
    }
  }

  private void line(String line) {
    session.outside().out().print(line + (nul ? "\0" : "\n"));
  }

  /** One mail in memory at a time, each as it was sent. */
  private void mailbox(Hits hits, Index index) {
    MboxWriter mailbox = new MboxWriter(session.outside().out());
    try {
      for (Head head : hits.heads()) {
        for (StoredMail mail : index.mails(new MessageId(head.key()))) {
          if (mail.head().equals(head)) {
            mailbox.write(mail.raw().bytes());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the mailbox: " + e.getMessage(), e);
    }
    if (hits.count() > hits.heads().size() && !session.isQuiet()) {
      session.outside()
          .err()
          .println("chesterton: %,d of %s%,d mails; -n takes more".formatted(hits.heads().size(),
              hits.exact() ? "" : "more than ", hits.count()));
    }
  }

  private static String line(Head head) {
    return "%s  %s  %s  %s".formatted(DAY.format(head.instant()), head.author().display(),
        head.title(), head.key());
  }

  @Override
  public Prose prose() {
    return new Prose(
        List.of("A text line is date, author, title and Message-ID or commit id, two spaces apart."
            + " Mails of --format=mboxrd are byte for byte those that were sent; lines that begin"
            + " with From are quoted as mboxrd quotes them."),
        List.of(new Prose.Example("chesterton search dfa:btrfs_writepage_cow_fixup kind:patch",
            "Patches that took this function away:"),
            new Prose.Example(
                "chesterton search --format=mboxrd -n 500 s:fixup >fixup\nmutt -f fixup",
                "A discussion into a mail reader:"),
            new Prose.Example("chesterton search --count 'f:\"David Sterba\" d:2022..2023'",
                "How many mails somebody sent in a year:")),
        List.of("chesterton-explain", "lei-q(1)"));
  }
}
