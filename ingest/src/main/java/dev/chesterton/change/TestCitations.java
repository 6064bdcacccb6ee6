package dev.chesterton.change;

import java.util.List;
import java.util.Set;

/** Finds names of regression tests in one line: {@code generic/208}, {@code xfs/550-552}. */
final class TestCitations {

  /** The folders below {@code tests/} of fstests. */
  private static final Set<String> SUITES = Set.of("generic", "btrfs", "xfs", "ext4", "overlay",
      "shared", "f2fs", "nfs", "cifs", "ceph", "tmpfs", "ocfs2", "udf", "perf", "selftest");

  private static final int MIN_DIGITS = 3;
  private static final int MAX_DIGITS = 4;
  private static final String FOLDER = "tests/";

  private TestCitations() {}

  static void find(CitedLine line, List<Found> found) {
    String text = line.text();
    for (int slash = text.indexOf('/'); slash > 0; slash = text.indexOf('/', slash + 1)) {
      int start = suiteStart(text, slash);
      String suite = text.substring(start, slash);
      int digits = digitsAt(text, slash + 1);
      if (digits > 0 && SUITES.contains(suite) && isFree(text, start)) {
        addAll(line, suite, slash + 1, found);
      }
    }
  }

  private static int suiteStart(String text, int slash) {
    int start = slash;
    while (start > 0 && slash - start < 10 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** A path such as {@code fs/btrfs/123} names no test, {@code tests/btrfs/123} does. */
  private static boolean isFree(String text, int start) {
    char left = start == 0 ? ' ' : text.charAt(start - 1);
    boolean word = Character.isLetterOrDigit(left) || "/._-@$".indexOf(left) >= 0;
    return !word || text.startsWith(FOLDER, start - FOLDER.length());
  }

  /** Number of digits at a column, 0 where they are no test number. */
  private static int digitsAt(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9'
        && end - start <= MAX_DIGITS) {
      end++;
    }
    int count = end - start;
    boolean word = end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || "_/".indexOf(text.charAt(end)) >= 0);
    return count < MIN_DIGITS || count > MAX_DIGITS || word ? 0 : count;
  }

  /** One test, a range, or a list without spaces: {@code generic/001,005-007}. */
  private static void addAll(CitedLine line, String suite, int numbers, List<Found> found) {
    String text = line.text();
    int at = numbers;
    int digits = digitsAt(text, at);
    while (digits > 0) {
      int first = Integer.parseInt(text.substring(at, at + digits));
      int end = at + digits;
      int rangeDigits = text.startsWith("-", end) ? digitsAt(text, end + 1) : 0;
      int last = rangeDigits == 0 ? first
          : Integer.parseInt(text.substring(end + 1, end + 1 + rangeDigits));
      found.add(
          new Found(at, new Citation.OfTest(suite, first, Math.max(first, last), line.number())));
      end += rangeDigits == 0 ? 0 : rangeDigits + 1;
      digits = text.startsWith(",", end) ? digitsAt(text, end + 1) : 0;
      at = end + 1;
    }
  }
}
