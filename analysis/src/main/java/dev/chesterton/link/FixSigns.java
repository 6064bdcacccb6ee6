package dev.chesterton.link;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What shows that a change was made to repair something: trailers first (Documentation/process/submitting-patches.rst
 * of the kernel says when each is given), then words that name a failure.
 */
final class FixSigns {

  /** Strongest first. */
  private static final List<Pattern> SIGNS = List.of(word("^Fixes: *[0-9a-f]{7,40}"),
      word("^Reported-by:"), word(
          "^Reported-and-tested-by:"),
      word("^Cc:.{0,40}stable@"), word("^Closes:"), word("^BUG: |\\bOops: |kernel BUG at|"
          + "^\\s*WARNING: CPU|KASAN:|possible (circular|recursive) locking"),
      word(
          "\\b(deadlock|use[- ]after[- ]free|data loss|data corruption|corrupted|corruption|corrupts|"
              + "race condition|race|races|null pointer|double free|memory leak|leaks?|overflow|hangs?|"
              + "crash(es|ed)?|panics?|out[- ]of[- ]bounds)\\b"));

  private FixSigns() {}

  private static Pattern word(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }

  /**
   * The strongest sign in the message of a commit or the log of a patch, with its line.
   *
   * @param firstLine 1-based number of the first line of the message in the text it is part of
   */
  static Optional<Excerpt> in(String message, Anchor source, int firstLine) {
    List<String> lines = message.lines().toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Sign(strength(lines.get(i)), i))
        .filter(sign -> sign.strength() < SIGNS.size())
        .min(Comparator.comparingInt(Sign::strength).thenComparingInt(Sign::line))
        .map(sign -> new Excerpt(source, firstLine + sign.line(), lines.get(sign.line())));
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
