package dev.chesterton.cli;

import dev.chesterton.review.Counted;
import java.time.Duration;
import java.util.Locale;

/**
 * How far the reading of one archive is.
 *
 * @param name of what is read
 * @param unit of the steps: mail, commit
 * @param steps mails or commits read so far
 * @param done of the total, in its own unit
 * @param total 0 when it cannot be told
 * @param elapsed since the beginning
 */
record ProgressText(String name, String unit, long steps, long done, long total,
    Duration elapsed) {
  private static final int MOST_BAR_CHARS = 18;
  private static final int LEAST_BAR_CHARS = 4;
  private static final int AROUND_BAR_CHARS = "[]  ".length();
  private static final long PERCENT = 100;

  /** Guesses from less are nonsense. */
  private static final Duration BEFORE_GUESSING = Duration.ofSeconds(1);

  /** The bar takes what room the words leave. */
  String withBar(int columns) {
    String words = plain();
    int room = Math.min(MOST_BAR_CHARS, columns - words.length() - AROUND_BAR_CHARS);
    return total > 0 && room >= LEAST_BAR_CHARS
        ? line("[" + bar(room) + "]  ")
        : words.substring(0, Math.min(columns, words.length()));
  }

  String plain() {
    return line("");
  }

  private String line(String bar) {
    return String.format(Locale.ROOT, "%s  %s  %s%s%,d/s%s", name, Counted.of(steps, unit), bar,
        total > 0 ? percent() + "%  " : "", rate(), left());
  }

  private String bar(int chars) {
    int full = (int) (chars * percent() / PERCENT);
    return "#".repeat(full) + "-".repeat(chars - full);
  }

  private long percent() {
    return Math.clamp(PERCENT * done / total, 0, PERCENT);
  }

  private long rate() {
    return Math.round(steps * 1e9 / Math.max(1, elapsed.toNanos()));
  }

  private String left() {
    if (total <= 0 || done <= 0 || elapsed.compareTo(BEFORE_GUESSING) < 0) {
      return "";
    }
    double seconds = elapsed.toNanos() / 1e9 * Math.max(0, total - done) / done;
    return "  " + words(Math.round(seconds)) + " left";
  }

  private static String words(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
