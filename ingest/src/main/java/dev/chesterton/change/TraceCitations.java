package dev.chesterton.change;

import java.util.List;

/**
 * Finds functions of the kernel's traces in one line: a name, the offset in it, and mostly its size
 * (Documentation/admin-guide/bug-hunting.rst).
 */
final class TraceCitations {

  private static final String OFFSET = "+0x";

  /** The kernel's KSYM_NAME_LEN is 512; names that people write are far shorter. */
  private static final int MAX_NAME_LENGTH = 128;

  private TraceCitations() {}

  static void find(CitedLine line, List<Found> found) {
    String text = line.text();
    for (int plus = text.indexOf(OFFSET); plus >= 0; plus = text.indexOf(OFFSET, plus + 1)) {
      int start = nameStart(text, plus);
      int end = hexEnd(text, plus + OFFSET.length());
      boolean sized = text.startsWith("/0x", end);
      if (end > plus + OFFSET.length() && isName(text, start, plus)
          && (sized || isTrace(text, start))) {
        String function = baseName(text.substring(start, plus));
        found.add(new Found(start, new Citation.OfTrace(function, line.number())));
      }
    }
  }

  private static int nameStart(String text, int end) {
    int start = end;
    while (start > 0 && end - start <= MAX_NAME_LENGTH && isNameChar(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isNameChar(char unit) {
    return unit == '_' || unit == '.' || (unit < 128 && Character.isLetterOrDigit(unit));
  }

  private static boolean isName(String text, int start, int end) {
    return end - start >= 2 && end - start <= MAX_NAME_LENGTH
        && !Character.isDigit(text.charAt(start)) && text.charAt(start) != '.';
  }

  private static int hexEnd(String text, int start) {
    int end = start;
    while (end < text.length() && end - start <= 16 && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    return end;
  }

  /** Old kernels and shortened traces leave the size out; then the line has to say what it is. */
  private static boolean isTrace(String text, int start) {
    String before = text.substring(Math.max(0, start - 60), start);
    return before.contains("IP:") || before.contains("at: ") || before.contains("? ")
        || before.contains(">] ");
  }

  /** Without what the compiler adds: {@code .isra.0}, {@code .constprop.0}, {@code .part.5}. */
  private static String baseName(String name) {
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
