package dev.chesterton.link;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What shows that a change was made to repair something: trailers first (Documentation/process/submitting-patches.rst
 * of the kernel says when each is given), then a quoted failure, then a title that says so.
 */
final class FixSigns {

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

  private FixSigns() {}

  private static Pattern sign(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }

  /**
   * The strongest sign in the message of a commit or the log of a patch, with its line.
   *
   * @param firstLine 1-based number of the first line of the message in the text it is part of
   */
  static Optional<Excerpt> in(String message, Anchor source, int firstLine) {
    List<String> lines = List.of(message.split("\n", -1));
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Sign(strength(lines.get(i)), i))
        .filter(sign -> sign.strength() < SIGNS.size())
        .min(Comparator.comparingInt(Sign::strength).thenComparingInt(Sign::line))
        .map(sign -> new Excerpt(source, firstLine + sign.line(), lines.get(sign.line())))
        .or(() -> inTitle(source));
  }

  private static Optional<Excerpt> inTitle(Anchor source) {
    return Optional.of(source.title())
        .filter(title -> FIX_TITLE.matcher(title.toLowerCase(Locale.ROOT)).find())
        .map(title -> new Excerpt(source, 1, title));
  }

  private static int strength(String line) {
    return IntStream.range(0, SIGNS.size())
        .filter(i -> SIGNS.get(i).matcher(line).find())
        .findFirst()
        .orElse(SIGNS
            .size());
  }

  private record Sign(int strength, int line) {}
}
