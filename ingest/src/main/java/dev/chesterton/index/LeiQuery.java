package dev.chesterton.index;

import dev.chesterton.index.Criterion.Label;
import dev.chesterton.index.Criterion.Part;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A search in the words of {@code lei q} and of the search boxes of public-inbox (their prefixes are told at
 * lore.kernel.org/all/_/text/help). They look at more than we do, such as at lines around a change, so that they may find
 * more.
 */
public final class LeiQuery {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd")
      .withZone(ZoneOffset.UTC);

  /** What they take for one value without quotes. */
  private static final Pattern VALUE = Pattern.compile("[^\\s\"()*]+");

  private LeiQuery() {}

  /** The same search; empty where it asks for what they do not know, or only for what is not to be there. */
  public static Optional<String> of(Criterion criterion) {
    return switch (criterion) {
      case Criterion.Words(Part part, String text) ->
        said(CriterionQuery.words(text).stream().map(word -> prefix(part) + word).toList(), " ");
      case Criterion.Phrase(Part part, String text) ->
        Optional.of(prefix(part) + '"' + String.join(" ", CriterionQuery.words(text)) + '"');
      case Criterion.Prefix(Part part, String start) ->
        Optional.of(prefix(part) + CriterionQuery.lower(start) + "*");
      case Criterion.Labelled(Label label, String value) -> labelled(label, value);
      case Criterion.Between(Instant from, Instant until) -> Optional.of("d:"
          + (from.equals(Instant.MIN) ? "" : DAY.format(from)) + ".."
          + (until.equals(Instant.MAX) ? "" : DAY.format(until)));
      case Criterion.All(List<Criterion> parts) ->
        parts.stream().allMatch(Criterion.Not.class::isInstance) ? Optional.empty()
            : all(parts, " ", "");
      case Criterion.Any(List<Criterion> parts) -> all(parts, ") OR (", "()");
      case Criterion.Not(Criterion part) ->
        of(part).filter(LeiQuery::isOne).map(text -> "-" + text);
      case Criterion.OfKind _ -> Optional.empty();
    };
  }

  private static Optional<String> all(List<Criterion> parts, String between, String around) {
    List<String> texts = parts.stream().map(LeiQuery::of).flatMap(Optional::stream).toList();
    return texts.size() < parts.size() ? Optional.empty()
        : said(texts, between).map(text -> around.isEmpty() ? text : "(" + text + ")");
  }

  private static Optional<String> said(List<String> texts, String between) {
    return texts.isEmpty() ? Optional.empty()
        : Optional.of(texts.stream().collect(Collectors.joining(between)));
  }

  /** One word or phrase: only that can stand behind a minus. */
  private static boolean isOne(String text) {
    return text.indexOf(' ') < 0 || text.endsWith("\"") && text.indexOf('"') < text.indexOf(' ');
  }

  private static Optional<String> labelled(Label label, String value) {
    if (!VALUE.matcher(value).matches()) {
      return Optional.empty();
    }
    return switch (label) {
      case MESSAGE_ID -> Optional.of("mid:" + value);
      case PATH -> Optional.of("dfn:" + value);
      // A list goes by its whole List-Id there.
      case LIST, TEST, BUG, TRACE, CITED_COMMIT -> Optional.empty();
    };
  }

  private static String prefix(Part part) {
    return switch (part) {
      case ANYWHERE -> "";
      case TITLE -> "s:";
      case AUTHOR -> "f:";
      case TEXT -> "b:";
      case REMOVED -> "dfa:";
      case ADDED -> "dfb:";
    };
  }
}
