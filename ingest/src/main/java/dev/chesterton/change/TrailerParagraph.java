package dev.chesterton.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The lines of one paragraph, sorted into trailers, notes and other text. */
final class TrailerParagraph {

  /** Keys without the ending {@code -by} that kernel people put into logs. */
  private static final Set<String> KNOWN_KEYS = Set.of("fixes", "link", "cc", "closes", "buglink",
      "message-id", "change-id", "references", "stable-dep-of", "depends-on", "base-commit");

  private static final int OTHERS_PER_TRAILER = 3;
  private static final int MAX_KEY_LENGTH = 60;

  /** A value longer than this is not continued; people do not write such lines. */
  private static final int MAX_VALUE_LENGTH = 4_000;

  private final List<Trailer> trailers = new ArrayList<>();
  private final int lineOffset;
  private int others;
  private int known;
  private boolean inNote;
  private boolean afterTrailer;

  /**
   * @param start 1-based
   * @param end 1-based, inclusive
   * @param lineOffset added to the line of each trailer
   */
  TrailerParagraph(TextLines lines, int start, int end, int lineOffset) {
    this.lineOffset = lineOffset;
    for (int number = start; number <= end; number++) {
      read(lines.line(number), number);
    }
  }

  List<Trailer> trailers() {
    return trailers;
  }

  /**
   * Whether a paragraph of a log is a block of trailers. The last one may hold other lines, if a
   * quarter are trailers and one of them is well known, as git-interpret-trailers has it.
   */
  boolean isBlock(boolean last) {
    if (last && known > 0) {
      return trailers.size() * OTHERS_PER_TRAILER >= others;
    }
    return !trailers.isEmpty() && others == 0 && (last || known > 0);
  }

  /** Number of lines that are no part of a trailer or note. */
  int others() {
    return others;
  }

  /** Number of trailers whose key is in use among kernel people. */
  int known() {
    return known;
  }

  static boolean namesPerson(Trailer trailer) {
    return isBy(trailer.key()) && trailer.value().contains("@");
  }

  private void read(String line, int number) {
    if (inNote || isNote(line)) {
      boolean opens = line.startsWith("[") || line.startsWith("(");
      inNote = (inNote || opens) && line.indexOf(line.startsWith("(") ? ')' : ']') < 0;
      afterTrailer = false;
      return;
    }
    Optional<Trailer> trailer = trailer(line, number);
    if (afterTrailer && continues(line, trailer)) {
      append(line.strip());
    } else if (trailer.isPresent()) {
      trailers.add(trailer.get());
      known += isKnown(trailer.get().key()) ? 1 : 0;
      afterTrailer = true;
    } else {
      others++;
      afterTrailer = false;
    }
  }

  private static boolean isNote(String line) {
    return line.startsWith("[") || line.startsWith("(cherry picked from commit ")
        || line.startsWith("(backported from commit ") || line.startsWith("#");
  }

  private Optional<Trailer> trailer(String line, int number) {
    int colon = line.indexOf(':');
    // a web address at the start of a line is no key "https"
    if (colon <= 0 || colon > MAX_KEY_LENGTH || line.startsWith("//", colon + 1)) {
      return Optional.empty();
    }
    String key = line.substring(0, colon).stripTrailing();
    String value = line.substring(colon + 1).strip();
    return isKey(key) && !value.isEmpty()
        ? Optional.of(new Trailer(key, value, number + lineOffset))
        : Optional.empty();
  }

  private static boolean isKey(String key) {
    if (key.isEmpty() || key.charAt(0) == '-') {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      char unit = key.charAt(i);
      if (unit != '-' && (unit >= 128 || !Character.isLetterOrDigit(unit))) {
        return false;
      }
    }
    return true;
  }

  private boolean continues(String line, Optional<Trailer> asTrailer) {
    String value = trailers.getLast().value();
    if (value.length() > MAX_VALUE_LENGTH) {
      return false;
    }
    if (Character.isWhitespace(line.charAt(0))) {
      return true;
    }
    boolean openTitle = value.contains("(\"") && !value.endsWith("\")");
    boolean lacksAddress = isBy(trailers.getLast().key()) && !value.contains("@");
    return (openTitle && asTrailer.filter(next -> isKnown(next.key())).isEmpty())
        || (lacksAddress && line.startsWith("<"));
  }

  private void append(String tail) {
    Trailer last = trailers.removeLast();
    trailers.add(new Trailer(last.key(), last.value() + " " + tail, last.line()));
  }

  private static boolean isBy(String key) {
    return key.regionMatches(true, Math.max(0, key.length() - 3), "-by", 0, 3);
  }

  private static boolean isKnown(String key) {
    return isBy(key) || KNOWN_KEYS.contains(key.toLowerCase(Locale.ROOT));
  }
}
