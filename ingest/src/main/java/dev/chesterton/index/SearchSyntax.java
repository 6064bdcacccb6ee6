package dev.chesterton.index;

import dev.chesterton.index.Criterion.Kind;
import dev.chesterton.index.Criterion.Label;
import dev.chesterton.index.Criterion.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A search as people write it, with lore's prefixes: words, {@code "phrases"}, {@code word*}, {@code s:} title,
 * {@code f:} author, {@code b:} text, {@code d:FROM..UNTIL} days, {@code dfn:} path, {@code dfa:} removed and {@code dfb:}
 * added identifiers (of the sides a and b of a diff), {@code mid:} Message-ID, {@code l:} list, {@code commit:} cited id, {@code test:} cited test, {@code bug:} cited bug, {@code trace:} function of a report,
 * {@code kind:} what it is,
 * {@code -} for not, {@code OR} between alternatives. Nothing else has a meaning, and no text is ever handed to a query
 * parser.
 *
 * @param criterion what was asked; matches nothing where there is an error
 * @param error what is wrong and at which character (1-based)
 */
public record SearchSyntax(Criterion criterion, Optional<String> error) {

  /** Limits of docs/limits.md; each word counts. */
  private static final int MAX_CHARS = 1_000;
  private static final int MAX_CLAUSES = 64;
  private static final int SHORTEST_PREFIX = 3;

  private static final Map<String, Part> PARTS = Map.of("s", Part.TITLE, "f", Part.AUTHOR, "b",
      Part.TEXT, "dfa", Part.REMOVED, "dfb", Part.ADDED);
  private static final Map<String, Label> LABELS = Map.of("mid", Label.MESSAGE_ID, "m",
      Label.MESSAGE_ID, "l", Label.LIST, "dfn", Label.PATH, "commit", Label.CITED_COMMIT, "test",
      Label.TEST, "bug", Label.BUG, "trace", Label.TRACE);

  private static final Map<String, Kind> KINDS = Map.of("patch", Kind.PATCH, "cover",
      Kind.COVER_LETTER, "reply", Kind.REPLY, "letter", Kind.LETTER, "commit", Kind.COMMIT);
  private static final Set<String> OTHERS = Set.of("d", "kind");

  /** Reads a search; a wrong one has an error and never throws. */
  public static SearchSyntax parse(String text) {
    try {
      return new SearchSyntax(new Reader(text).read(), Optional.empty());
    } catch (SearchMistake e) {
      return new SearchSyntax(new Criterion.Any(List.of()), Optional.of(e.what()));
    }
  }

  /**
   * The same search with one more clause in each of its alternatives, as there are no brackets.
   *
   * @param text a search that can be read
   */
  public static String narrowed(String text, String clause) {
    Reader reader = new Reader(text);
    reader.read();
    StringBuilder narrowed = new StringBuilder(text);
    reader.ends.reversed().forEach(end -> {
      boolean spaced = Character.isWhitespace(text.charAt(end - 1));
      narrowed.insert(end, (spaced ? "" : " ") + clause + (end < text.length() ? " " : ""));
    });
    return narrowed.toString();
  }

  /** Reads from left to right, one clause after the other. */
  private static final class Reader {
    private final String text;
    private final List<Criterion> alternatives = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private List<Criterion> all = new ArrayList<>();
    private int at;
    private int clauses;

    Reader(String text) {
      this.text = text;
    }

    Criterion read() {
      if (text.length() > MAX_CHARS) {
        throw new SearchMistake(MAX_CHARS, "more than " + MAX_CHARS + " characters");
      }
      for (skipSpace(); at < text.length(); skipSpace()) {
        if (isOr()) {
          endAlternative("nothing before OR");
          at += 2;
        } else {
          all.add(clause());
        }
      }
      endAlternative(alternatives.isEmpty() ? "nothing to search for" : "nothing behind OR");
      return alternatives.size() == 1 ? alternatives.getFirst() : new Criterion.Any(alternatives);
    }

    private boolean isOr() {
      return text.startsWith("OR", at)
          && (at + 2 == text.length() || Character.isWhitespace(text.charAt(at + 2)));
    }

    private void endAlternative(String wrongWhereEmpty) {
      if (all.isEmpty()) {
        throw new SearchMistake(at, wrongWhereEmpty);
      }
      alternatives.add(new Criterion.All(all));
      ends.add(at);
      all = new ArrayList<>();
    }

    private void skipSpace() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private Criterion clause() {
      int start = at;
      boolean not = text.charAt(at) == '-';
      at += not ? 1 : 0;
      String prefix = prefix();
      Criterion criterion = value(prefix, start);
      return not ? new Criterion.Not(criterion) : criterion;
    }

    private void count(int more, int start) {
      clauses += more;
      if (clauses > MAX_CLAUSES) {
        throw new SearchMistake(start, "more than " + MAX_CLAUSES + " words");
      }
    }

    /** A known prefix with its colon, else nothing: {@code fs/btrfs: fix} is three words. */
    private String prefix() {
      int colon = at;
      while (colon < text.length() && Character.isLetter(text.charAt(colon))) {
        colon++;
      }
      String word = text.substring(at, colon);
      boolean known = PARTS.containsKey(word) || LABELS.containsKey(word) || OTHERS.contains(word);
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
        throw new SearchMistake(start, "nothing in '" + text.substring(start, at) + "'");
      }
      Optional<Label> label = Optional.ofNullable(LABELS.get(prefix));
      if (label.isPresent() || OTHERS.contains(prefix)) {
        count(1, start);
        return label.<Criterion>map(name -> new Criterion.Labelled(name, value))
            .orElseGet(() -> prefix.equals("d") ? SearchDays.read(value, start)
                : kind(value, start));
      }
      Part part = PARTS.getOrDefault(prefix, Part.ANYWHERE);
      return quoted ? phrase(part, value, start) : words(part, value, start);
    }

    private static Criterion kind(String value, int start) {
      return new Criterion.OfKind(List.of(Optional.ofNullable(KINDS.get(value))
          .orElseThrow(() -> new SearchMistake(start,
              "'" + value + "' is no kind: write patch, cover, reply, letter or commit"))));
    }

    private Criterion phrase(Part part, String value, int start) {
      count(wordsOf(value, start).size(), start);
      return new Criterion.Phrase(part, value);
    }

    private Criterion words(Part part, String value, int start) {
      List<String> words = wordsOf(value, start);
      count(words.size(), start);
      if (!value.endsWith("*")) {
        return new Criterion.Words(part, value);
      }
      String last = words.getLast();
      if (last.codePointCount(0, last.length()) < SHORTEST_PREFIX
          || !CriterionQuery.lower(value).endsWith(last + "*")
          || value.indexOf('*') < value.length() - 1) {
        throw new SearchMistake(start,
            "'" + value + "': write at least " + SHORTEST_PREFIX + " letters before one *");
      }
      Criterion prefix = new Criterion.Prefix(part, last);
      return words.size() == 1
          ? prefix
          : Criterion.all(new Criterion.Words(part, wordsBefore(value, last)), prefix);
    }

    private static String wordsBefore(String value, String last) {
      return value.substring(0, value.length() - last.length() - 1);
    }

    private static List<String> wordsOf(String value, int start) {
      List<String> words = CriterionQuery.allWords(value);
      if (words.isEmpty()) {
        throw new SearchMistake(start, "no word in '" + value + "'");
      }
      return words;
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
        throw new SearchMistake(at, "no closing \"");
      }
      at = end + 1;
      return text.substring(start, end);
    }
  }
}
