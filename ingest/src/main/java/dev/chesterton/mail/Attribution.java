package dev.chesterton.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The line a mailer puts above a quote: {@code On DATE, NAME wrote:}, {@code NAME <ADDRESS> writes:}. */
final class Attribution {
  private static final List<String> ENDS = List.of("wrote:", "writes:", "said:", "schrieb:");
  private static final List<String> BEGINNINGS = List.of("On ", "Am ", "At ", "Le ", "In ");
  private static final Set<String> NOT_A_NAME = Set.of("AM", "PM", "at", "GMT", "UTC");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int MAX_WORDS_OF_A_NAME = 6;
  private static final int MAX_CHARS = 400;

  private Attribution() {}

  /** The text ends as an attribution does, with a colon in any case. */
  static boolean isEnd(String text) {
    return !endOf(text.stripTrailing()).isEmpty();
  }

  /** The words of an attribution that end the text; empty where none do. */
  private static String endOf(String text) {
    for (String end : ENDS) {
      if (text.endsWith(end)) {
        return end;
      }
    }
    return "";
  }

  /** The text begins as one with a date does. */
  static boolean isBeginning(String text) {
    for (String beginning : BEGINNINGS) {
      if (text.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Who is named, by name or else address; empty when the text is no attribution.
   *
   * @param text without quote marks, wrapped lines joined by a space
   */
  static Optional<String> nameIn(String text) {
    String stripped = text.strip();
    String end = endOf(stripped);
    if (end.isEmpty() || stripped.length() > MAX_CHARS) {
      return Optional.empty();
    }
    String whom = stripped.substring(0, stripped.length() - end.length()).strip();
    String address = trailingAddress(whom);
    String rest = whom.substring(0, whom.length() - address.length()).strip();
    String name = isBeginning(rest) ? nameBehindDate(rest) : plainName(rest, !address.isEmpty());
    if (name.isEmpty() && (isBeginning(rest) || rest.isEmpty())) {
      name = address.replaceAll("[<>()]", "");
    }
    return Optional.of(name).filter(found -> !found.isEmpty());
  }

  private static String trailingAddress(String text) {
    int open = Math.max(text.lastIndexOf('<'), text.lastIndexOf('('));
    boolean closed = text.endsWith(">") || text.endsWith(")");
    return closed && open >= 0 ? text.substring(open) : "";
  }

  /** The last words without digits and commas. */
  private static String nameBehindDate(String text) {
    Deque<String> name = new ArrayDeque<>();
    for (String word : List.of(SPACE.split(text)).reversed()) {
      boolean dated = word.endsWith(",") || hasDigit(word) || NOT_A_NAME.contains(word)
          || word.endsWith(")");
      if (dated || name.size() == MAX_WORDS_OF_A_NAME) {
        break;
      }
      name.addFirst(word);
    }
    return unquoted(String.join(" ", name));
  }

  private static boolean hasDigit(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isDigit(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** A name alone: with an address anything short will do, without one each word begins as names do. */
  private static String plainName(String text, boolean hasAddress) {
    List<String> words = List.of(SPACE.split(text));
    boolean isShort = words.size() <= MAX_WORDS_OF_A_NAME;
    return isShort && (hasAddress || areNames(words)) ? unquoted(text) : "";
  }

  private static boolean areNames(List<String> words) {
    for (String word : words) {
      if (word.isEmpty() || !(Character.isUpperCase(word.charAt(0)) || word.charAt(0) == '"')) {
        return false;
      }
    }
    return true;
  }

  private static String unquoted(String name) {
    return name.replace("\"", "").replace("'", "").strip();
  }
}
