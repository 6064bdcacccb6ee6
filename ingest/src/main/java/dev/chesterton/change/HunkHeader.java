package dev.chesterton.change;

import java.util.Optional;

/**
 * The line {@code @@ -a,b +c,d @@ section}. A count that is left out is 1 (GNU diffutils manual,
 * "Detailed Description of Unified Format").
 */
record HunkHeader(int oldStart, int oldCount, int newStart, int newCount, String section) {

  static final String MARK = "@@ -";

  /** More digits than any source file has lines; nothing that is added up from these overflows. */
  private static final int MAX_DIGITS = 9;

  /** Empty where the line is no hunk header or one of its numbers has more than nine digits. */
  static Optional<HunkHeader> parse(String line) {
    int middle = line.indexOf(" +", MARK.length());
    int end = middle < 0 ? -1 : line.indexOf(" @@", middle + 2);
    if (!line.startsWith(MARK) || end < 0) {
      return Optional.empty();
    }
    Range before = Range.parse(line.substring(MARK.length(), middle));
    Range after = Range.parse(line.substring(middle + 2, end));
    return before.start < 0 || after.start < 0
        ? Optional.empty()
        : Optional.of(new HunkHeader(before.start, before.count, after.start, after.count,
            line.substring(end + 3).strip()));
  }

  private record Range(int start, int count) {

    static final Range BROKEN = new Range(-1, 0);

    static Range parse(String text) {
      int comma = text.indexOf(',');
      int start = number(comma < 0 ? text : text.substring(0, comma));
      int count = comma < 0 ? 1 : number(text.substring(comma + 1));
      return start < 0 || count < 0 ? BROKEN : new Range(start, count);
    }

    private static int number(String digits) {
      boolean fits = !digits.isEmpty() && digits.length() <= MAX_DIGITS;
      return fits && areDigits(digits) ? Integer.parseInt(digits) : -1;
    }

    private static boolean areDigits(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) < '0' || text.charAt(i) > '9') {
          return false;
        }
      }
      return true;
    }
  }
}
