package dev.chesterton.patch;

import dev.chesterton.change.TextLines;
import dev.chesterton.patch.Posting.CoverLetter;
import dev.chesterton.patch.Posting.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What authors say changed from version to version: the paragraphs below {@code ---}, or in a cover letter, that begin
 * with {@code v3:}, {@code Changes in v2:}, {@code Changes since v1:} or the like
 * (Documentation/process/submitting-patches.rst, <i>The canonical patch format</i>).
 */
public final class Changelog {

  /** Entries of one mail; no series has more versions. */
  private static final int MAX_ENTRIES = 100;

  /** Lines of one entry; more is a text of its own. */
  private static final int MAX_ENTRY_LINES = 200;

  /**
   * {@code v3:}, {@code V2->V3}, {@code Changes in v2:}, {@code Changes since v1:}, {@code * v4 (date)}. A number alone
   * is no heading, nor is a version within a sentence.
   */
  private static final Pattern HEADING = Pattern.compile("(?i)[-*=#\\s]{0,8}"
      + "(?<words>(?:changes?|changelog|change ?log|changed|changelogs|diff|differences|updates?|history|new|fixes)?"
      + "(?: (?:in|since|from|for|of|on|to|with|between|log))*)\\s?"
      + "(?<first>(?:rfc|patch)?[ -]?v(?:ersion)?[ .]?(?<number>\\d{1,3})|rfc)(?:\\.\\d)?"
      + "(?<range>\\s?(?:->|=>|-->|to|\\.\\.+|→|~)\\s?v?(?<last>\\d{1,3}))?"
      + "(?<end>\\s?(?:changes?|changelog)?\\s?(?:\\([^)]{0,60}\\))?\\s?[:=-]*)(?<rest>.*)");

  private Changelog() {}

  /**
   * What changed.
   *
   * @param version that the words speak of; of {@code since v1} the next one
   * @param line 1-based line of the text of the mail
   * @param words lines as written, the heading first, without blank lines at the end
   */
  public record Entry(int version, int line, List<String> words) {
    public Entry {
      words = List.copyOf(words);
    }
  }

  /** The entries of a cover letter or patch in the order of its lines; none of other mails. */
  public static List<Entry> of(Posting posting) {
    return switch (posting) {
      case CoverLetter cover -> read(TextLines.of(cover.message().text()), 1,
          Integer.MAX_VALUE);
      case Patch patch -> {
        TextLines lines = TextLines.of(patch.message().text());
        int notes = patch.diffLine() - TextLines.of(patch.notes()).count();
        yield read(lines, notes, patch.diffLine());
      }
      case Posting.Reply _,Posting.Letter _ -> List.of();
    };
  }

  private static List<Entry> read(TextLines lines, int from, int limit) {
    List<Entry> entries = new ArrayList<>();
    int end = Math.min(limit, lines.count() + 1);
    int number = Math.max(1, from);
    while (number < end && entries.size() < MAX_ENTRIES) {
      // a quoted line begins with its mark, so it is no heading
      Optional<Integer> version = version(lines.line(number));
      if (version.isEmpty()) {
        number++;
        continue;
      }
      int last = last(lines, number, end);
      entries.add(entry(version.get(), lines, number, last));
      number = last;
    }
    return entries;
  }

  /** The line behind an entry: the next heading, a rule, a diffstat, or a paragraph that is no list. */
  private static int last(TextLines lines, int start, int end) {
    int number = start + 1;
    while (number < end && number - start < MAX_ENTRY_LINES && !ends(lines, number)) {
      number++;
    }
    return number;
  }

  private static boolean ends(TextLines lines, int number) {
    String line = lines.line(number);
    if (line.startsWith("---") || line.contains(" | ") || version(line).isPresent()) {
      return true;
    }
    boolean paragraph = lines.isBlank(number - 1) && !line.isBlank();
    return paragraph && !isItem(line);
  }

  private static boolean isItem(String line) {
    char first = line.charAt(0);
    return Character.isWhitespace(first) || "-*+o#".indexOf(first) >= 0
        || Character.isDigit(first) || first == '(';
  }

  private static Entry entry(int version, TextLines lines, int start, int end) {
    int last = end - 1;
    while (last > start && lines.isBlank(last)) {
      last--;
    }
    List<String> words = new ArrayList<>();
    for (int number = start; number <= last; number++) {
      words.add(lines.line(number).stripTrailing());
    }
    return new Entry(version, start, words);
  }

  /** The version a heading speaks of; empty for other lines. */
  private static Optional<Integer> version(String line) {
    if (line.length() > 200 || line.isBlank()) {
      return Optional.empty();
    }
    Matcher heading = HEADING.matcher(line);
    if (!heading.matches()) {
      return Optional.empty();
    }
    String words = heading.group("words").toLowerCase(Locale.ROOT);
    boolean marked = heading.group("end").contains(":") || Optional
        .ofNullable(heading.group("range"))
        .isPresent();
    String rest = heading.group("rest").strip();
    if (rest.startsWith("http")) {
      return Optional.empty(); // says where a version is, not what it changed
    }
    boolean alone = rest.isEmpty();
    if (!marked && !(alone && !words.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(number(heading, words));
  }

  /** "Changes to v1" are those that made v2 of it, as "since" and "from". */
  private static int number(Matcher heading, String words) {
    Optional<String> last = Optional.ofNullable(heading.group("last"));
    int first = Optional.ofNullable(heading.group("number")).map(Integer::parseInt).orElse(0);
    boolean before = words.endsWith("since") || words.endsWith("from") || words.endsWith("with")
        || words.endsWith("to");
    return last.map(Integer::parseInt).orElse(before ? first + 1 : first);
  }
}
