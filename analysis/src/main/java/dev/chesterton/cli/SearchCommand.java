package dev.chesterton.cli;

import dev.chesterton.index.Head;
import dev.chesterton.index.Hits;
import dev.chesterton.index.Index;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.index.SearchSyntax;
import dev.chesterton.review.HeadJson;
import dev.chesterton.review.JsonWriter;
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
  "  word  \"a phrase\"  begin*  -word",
  "  s:title  f:author  b:text  l:list  d:2022-06..2022-07-15  mid:MESSAGE-ID",
  "  dfn:path/of/file  dfa:identifier_removed  dfb:identifier_added",
  "  commit:87826df0ec36  test:generic/208  kind:patch|cover|reply|letter|commit"})
final class SearchCommand extends Verb {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE
      .withZone(ZoneOffset.UTC);

  private final Session session;

  @Option(names = "-n", paramLabel = "N", description = "most results (default: ${DEFAULT-VALUE})")
  private int limit = 50;

  @Option(names = "--sort", paramLabel = "ORDER", description = "relevance, newest or oldest (default: ${DEFAULT-VALUE})")
  private Order order = Order.newest;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or jsonl (default: ${DEFAULT-VALUE})")
  private ShowCommand.Format format = ShowCommand.Format.text;

  @Option(names = "--count", description = "print only how many there are")
  private boolean count;

  @Parameters(paramLabel = "QUERY", arity = "1..*", description = "words, \"phrases\", prefix:word, -word, OR")
  private List<String> words = new ArrayList<>();

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
    try (Index index = session.openIndex()) {
      SearchQuery.Order by = SearchQuery.Order
          .valueOf(order.name().toUpperCase(Locale.ROOT));
      Hits hits = index.search(new SearchQuery(syntax.criterion(), by, 0, limit));
      print(hits);
      return hits.count() == 0 ? ExitCode.FOUND_OR_NO_MATCH : ExitCode.OK;
    }
  }

  private void print(Hits hits) {
    if (count) {
      session.outside().out().println(hits.count());
      return;
    }
    switch (format) {
      case text ->
        hits.heads().forEach(head -> session.outside().out().println(Printable.of(line(head))));
      case jsonl -> hits.heads()
          .forEach(head -> session.outside()
              .out()
              .println(JsonWriter.object(json -> HeadJson
                  .write(json, head))));
      case json -> session.outside()
          .out()
          .println(JsonWriter.object(json -> json.number("schema", 1)
              .number("count", hits.count())
              .flag("exact", hits.exact())
              .array("hits", hits.heads(), HeadJson::write)));
    }
  }

  private static String line(Head head) {
    return "%s  %s  %s  %s".formatted(DAY.format(head.instant()), head.author().display(),
        head.title(), head.key());
  }
}
