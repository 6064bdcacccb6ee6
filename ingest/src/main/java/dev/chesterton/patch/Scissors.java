package dev.chesterton.patch;

/**
 * The line {@code -- >8 --}, above which a sender writes to the readers and below which the patch
 * begins (git-mailinfo manual, {@code --scissors}). Git weighs gaps in the perforation as well; this
 * is a simpler rule for the same lines.
 */
final class Scissors {

  private static final int MIN_WIDTH = 8;

  private Scissors() {}

  /**
   * Mostly perforation: dashes and scissors fill more than a third of the line, and there are
   * scissors among them.
   */
  static boolean isLine(String line) {
    String text = line.strip();
    if (text.length() < MIN_WIDTH || !(text.startsWith("-") || isMark(text, 0))) {
      return false;
    }
    int dashes = 0;
    int blades = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '-') {
        dashes++;
      } else if (isMark(text, i)) {
        blades += 2;
        i++;
      }
    }
    return blades > 0 && dashes > 0 && (dashes + blades) * 3 > text.length();
  }

  /** Two characters that look like scissors: {@code >8}, {@code 8<}, {@code >%}, {@code %<}. */
  private static boolean isMark(String text, int at) {
    if (at + 1 >= text.length()) {
      return false;
    }
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    return (first == '>' && (second == '8' || second == '%'))
        || (second == '<' && (first == '8' || first == '%'));
  }
}
