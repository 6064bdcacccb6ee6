package dev.chesterton.web;

import java.util.concurrent.TimeUnit;

/** Questions that are being answered: who ends a conversation after the last question still wants its answer. */
final class McpPending {
  /** A question that has been read is being answered by then, on a busy machine too. */
  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);
  /** An answer that takes longer is not waited for. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  private int underWay;
  private long lastChange = System.nanoTime();

  synchronized void begin() {
    underWay++;
    changed();
  }

  synchronized void end() {
    underWay--;
    changed();
  }

  private void changed() {
    lastChange = System.nanoTime();
    notifyAll();
  }

  /** Until nothing has been asked or answered for a second, counted from now on at the earliest. */
  synchronized void awaitQuiet() throws InterruptedException {
    lastChange = System.nanoTime();
    long deadline = lastChange + LONGEST_NANOS;
    long left = QUIET_NANOS;
    while (left > 0 && System.nanoTime() < deadline) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = underWay > 0 ? QUIET_NANOS : lastChange + QUIET_NANOS - System.nanoTime();
    }
  }
}
