package dev.chesterton.change;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What shows that a change was made to repair something: trailers first (Documentation/process/submitting-patches.rst
 * of the kernel says when each is given), then a quoted failure, then a title that says so.
 *
 * @param line 1-based line of the log
 * @param strength 0 is the strongest
 */
public record FixSign(int line, int strength) {

  /**
   * Strongest first. Words of prose are not among them: every second log speaks of a race it does not fix, or of "a bug:".
   * Trailers are written in any case, failures as the kernel prints them.
   */
  private static final List<Pattern> SIGNS = List.of(
      sign("^Fixes: *[0-9a-f]{7,40}"),
      sign("^Reported-by:|^Reported-and-tested-by:"),
      sign("^Cc:.{0,40}stable@"),
      sign("^Closes:"),
      Pattern.compile("\\bBUG: |\\bOops: |kernel BUG at|(^ {0,8}|\\] )WARNING: CPU"
          + "|\\bKASAN: |possible (circular|recursive) locking"));

  /** A title that says so. */
  private static final Pattern FIX_TITLE = sign("(^|: |\\] )(fix(es)?|repair|plug|prevent|avoid) ");

  private static Pattern sign(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }

  /** The strongest sign in the message of a commit, or in the log of a patch; of equal ones the first. */
  public static Optional<FixSign> in(String log) {
    List<String> lines = List.of(log.split("\n", -1));
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new FixSign(i + 1, strengthOf(lines.get(i))))
        .filter(sign -> sign.strength() < SIGNS.size())
        .min(Comparator.comparingInt(FixSign::strength).thenComparingInt(FixSign::line));
  }

  /** Whether a title says that something is repaired. */
  public static boolean isInTitle(String title) {
    return FIX_TITLE.matcher(title.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether title or log show a repair. */
  public static boolean isFix(String title, String log) {
    return isInTitle(title) || in(log).isPresent();
  }

  private static int strengthOf(String line) {
    return IntStream.range(0, SIGNS.size())
        .filter(i -> SIGNS.get(i).matcher(line).find())
        .findFirst()
        .orElse(SIGNS.size());
  }
}
