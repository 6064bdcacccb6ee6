package dev.chesterton.link;

import java.util.function.Predicate;

/** Finds a name in a line of code or prose as a whole word. */
public final class Identifiers {
  private Identifiers() {}

  /** Whether a text names the identifier, not as a part of a longer one. */
  public static Predicate<String> naming(String identifier) {
    return text -> {
      int at = text.indexOf(identifier);
      while (at >= 0 && !isWhole(text, at, at + identifier.length())) {
        at = text.indexOf(identifier, at + 1);
      }
      return at >= 0;
    };
  }

  private static boolean isWhole(String text, int start, int end) {
    boolean startsWord = start == 0 || !isPart(text.charAt(start - 1));
    boolean endsWord = end == text.length() || !isPart(text.charAt(end));
    return startsWord && endsWord;
  }

  private static boolean isPart(char unit) {
    return unit == '_' || Character.isLetterOrDigit(unit);
  }
}
