package dev.chesterton.cli;

import dev.chesterton.index.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Shows on standard error how far an ingest is: on a terminal one line that is drawn again, in a log a line from time
 * to time. Not for more than one thread.
 */
final class ProgressDisplay {
  private static final Duration BAR_EVERY = Duration.ofMillis(200);
  private static final Duration PLAIN_EVERY = Duration.ofSeconds(10);

  /** What all terminals have; a longer line would leave its beginning behind when it is drawn again. */
  private static final int COLUMNS = 79;

  private final PrintStream err;
  private final LongSupplier nanoTime;
  private final ProgressStyle style;
  private int drawn;

  /** @param nanoTime a clock that never jumps, in nanoseconds from any beginning */
  ProgressDisplay(PrintStream err, LongSupplier nanoTime, ProgressStyle style) {
    this.err = err;
    this.nanoTime = nanoTime;
    this.style = style;
  }

  /**
   * What is told of one archive.
   *
   * @param name shown in front of each line
   * @param unit of the steps: mails, commits
   */
  Progress begin(String name, String unit) {
    return switch (style) {
      case bar -> new Watch(BAR_EVERY, (steps, done, total, elapsed) -> draw(
          new ProgressText(name, unit, steps, done, total, elapsed).withBar(COLUMNS)));
      case auto, plain -> new Watch(PLAIN_EVERY, (steps, done, total, elapsed) -> say(
          new ProgressText(name, unit, steps, done, total, elapsed).plain()));
      case none -> Progress.SILENT;
    };
  }

  /** Takes the drawn line away, so that something else can be printed. */
  void clear() {
    if (drawn > 0) {
      // Blanks rather than an escape sequence: every terminal knows them.
      err.print("\r" + " ".repeat(drawn) + "\r");
      err.flush();
      drawn = 0;
    }
  }

  private void draw(String line) {
    err.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
    err.flush();
    drawn = line.length();
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }

  /** Something that shows how far it is. */
  private interface Show {
    void at(long steps, long done, long total, Duration elapsed);
  }

  /** Lets one of many steps through, by the clock. */
  private final class Watch implements Progress {
    private final long interval;
    private final Show show;
    private final long begun = nanoTime.getAsLong();
    private long shown = begun;

    Watch(Duration every, Show show) {
      this.interval = every.toNanos();
      this.show = show;
    }

    @Override
    public void at(long steps, long done, long total) {
      long now = nanoTime.getAsLong();
      if (now - shown >= interval) {
        shown = now;
        show.at(steps, done, total, Duration.ofNanos(now - begun));
      }
    }
  }
}
