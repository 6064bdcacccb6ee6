package dev.chesterton.index;

import dev.chesterton.index.Criterion.Label;
import dev.chesterton.index.Criterion.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A search as people write it, with lore's prefixes: words, {@code "phrases"}, {@code word*}, {@code s:} title,
 * {@code f:} author, {@code b:} text, {@code d:FROM..UNTIL} days, {@code dfn:} path, {@code dfa:} added and {@code dfb:}
 * removed identifiers, {@code mid:} Message-ID, {@code l:} list, {@code commit:} cited id, {@code test:} cited test,
 * {@code -} for not, {@code OR} between alternatives. Nothing else has a meaning, and no text is ever handed to a query
 * parser.
 *
 * @param criterion what was asked; matches nothing useful where there is an error
 * @param error what is wrong and at which character (1-based)
 */
public record SearchSyntax(Criterion criterion, Optional<String> error) {

  /** Limits of THREATS.md. */
  private static final int MAX_CHARS = 1_000;
  private static final int MAX_CLAUSES = 64;
  private static final int SHORTEST_PREFIX = 3;

  private static final Map<String, Part> PARTS = Map.of("s", Part.TITLE, "f", Part.AUTHOR, "b",
      Part.TEXT, "dfa",
      Part.ADDED, "dfb", Part.REMOVED);
  private static final Map<String, Label> LABELS = Map.of("mid", Label.MESSAGE_ID, "m",
      Label.MESSAGE_ID, "l",
      Label.LIST, "dfn", Label.PATH, "commit", Label.CITED_COMMIT, "test", Label.TEST);

  /** Reads a search; a wrong one has an error and never throws. */
  public static SearchSyntax parse(String text) {
    try {
      return new SearchSyntax(new Reader(text).read(), Optional.empty());
    } catch (Wrong e) {
      return new SearchSyntax(new Criterion.Any(List.of()), Optional.of(e.what));
    }
  }

  /** Leaves the reader at the first error; never leaves this class. */
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;

    Wrong(int position, String what) {
      this.what = what + " at character " + (position + 1);
    }
  }

  /** Reads from left to right, one clause after the other. */
  private static final class Reader {
    private final String text;
    private int at;
    private int clauses;

    Reader(String text) {
      this.text = text;
    }

    Criterion read() {
      if (text.length() > MAX_CHARS) {
        throw new Wrong(MAX_CHARS, "more than " + MAX_CHARS + " characters");
      }
      List<Criterion> alternatives = new ArrayList<>();
      List<Criterion> all = new ArrayList<>();
      for (skipSpace(); at < text.length(); skipSpace()) {
        if (text.startsWith("OR ", at) && !all.isEmpty()) {
          alternatives.add(new Criterion.All(all));
          all = new ArrayList<>();
          at += 3;
        } else {
          all.add(clause());
        }
      }
      if (all.isEmpty()) {
        throw new Wrong(at, "nothing to search for");
      }
      alternatives.add(new Criterion.All(all));
      return alternatives.size() == 1 ? alternatives.getFirst() : new Criterion.Any(alternatives);
    }

    private void skipSpace() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private Criterion clause() {
      if (++clauses > MAX_CLAUSES) {
        throw new Wrong(at, "more than " + MAX_CLAUSES + " parts");
      }
      boolean not = text.charAt(at) == '-' && at + 1 < text.length();
      at += not ? 1 : 0;
      int start = at;
      String prefix = prefix();
      Criterion criterion = value(prefix, start);
      return not ? new Criterion.Not(criterion) : criterion;
    }

    /** A known prefix with its colon, else nothing: {@code fs/btrfs: fix} is three words. */
    private String prefix() {
      int colon = at;
      while (colon < text.length() && Character.isLetter(text.charAt(colon))) {
        colon++;
      }
      String word = text.substring(at, colon);
      boolean known = PARTS.containsKey(word) || LABELS.containsKey(word) || word.equals("d");
      if (colon >= text.length() || text.charAt(colon) != ':' || !known) {
        return "";
      }
      at = colon + 1;
      return word;
    }

    private Criterion value(String prefix, int start) {
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      String value = quoted ? quotedValue() : plainValue();
      if (value.isBlank()) {
        throw new Wrong(start, "nothing behind '" + text.substring(start, at) + "'");
      }
      if (prefix.equals("d")) {
        return between(value, start);
      }
      Optional<Label> label = Optional.ofNullable(LABELS.get(prefix));
      if (label.isPresent()) {
        return new Criterion.Labelled(label.get(), value);
      }
      return words(PARTS.getOrDefault(prefix, Part.ANYWHERE), value, quoted, start);
    }

    private static Criterion words(Part part, String value, boolean quoted, int start) {
      if (CriterionQuery.words(value).isEmpty()) {
        throw new Wrong(start, "no word in '" + value + "'");
      }
      if (quoted) {
        return new Criterion.Phrase(part, value);
      }
      if (!value.endsWith("*")) {
        return new Criterion.Words(part, value);
      }
      String beginning = value.substring(0, value.length() - 1);
      if (beginning.length() < SHORTEST_PREFIX || beginning.contains("*")) {
        throw new Wrong(start,
            "'" + value + "': write at least " + SHORTEST_PREFIX + " letters before one *");
      }
      return new Criterion.Prefix(part, beginning);
    }

    private String plainValue() {
      int start = at;
      while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private String quotedValue() {
      int start = at + 1;
      int end = text.indexOf('"', start);
      if (end < 0) {
        throw new Wrong(at, "no closing \"");
      }
      at = end + 1;
      return text.substring(start, end);
    }

    private static Criterion between(String value, int start) {
      int dots = value.indexOf("..");
      String from = dots < 0 ? value : value.substring(0, dots);
      String until = dots < 0 ? value : value.substring(dots + 2);
      return new Criterion.Between(from.isEmpty() ? Instant.MIN : first(from, start),
          until.isEmpty()
              ? Instant.MAX
              : last(until, start));
    }

    private static Instant first(String day, int start) {
      return day(day, start).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant last(String day, int start) {
      LocalDate after = switch (day.length()) {
        case 4 -> day(day, start).plusYears(1);
        case 7 -> day(day, start).plusMonths(1);
        default -> day(day, start).plusDays(1);
      };
      return after.atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1);
    }

    private static LocalDate day(String day, int start) {
      try {
        return switch (day.length()) {
          case 4 -> LocalDate.of(Integer.parseInt(day), 1, 1);
          case 7 -> YearMonth.parse(day).atDay(1);
          case 8 -> LocalDate.parse(day, java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
          default -> LocalDate.parse(day);
        };
      } catch (DateTimeParseException | NumberFormatException e) {
        throw new Wrong(start, "'" + day + "' is no day: write 2022, 2022-06 or 2022-06-24");
      }
    }
  }
}
