package dev.chesterton.patch;

import java.util.List;

/**
 * The line {@code -- >8 --}, above which a sender writes to the readers and below which the patch
 * begins (git-mailinfo manual, {@code --scissors}). Git weighs gaps in the perforation as well; this
 * is a simpler rule for the same lines.
 */
final class Scissors {

  private static final List<String> MARKS = List.of(">8", "8<", ">%", "%<");
  private static final int MIN_WIDTH = 8;

  private Scissors() {}

  /**
   * Mostly perforation: dashes and scissors fill more than a third of the line, and there are
   * scissors among them.
   */
  static boolean isLine(String line) {
    String text = line.strip();
    if (text.length() < MIN_WIDTH || text.indexOf('-') < 0) {
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
    boolean perforated = text.startsWith("-") || isMark(text, 0);
    return perforated && blades > 0 && dashes > 0 && (dashes + blades) * 3 > text.length();
  }

  private static boolean isMark(String text, int at) {
    return MARKS.stream().anyMatch(mark -> text.startsWith(mark, at));
  }
}
