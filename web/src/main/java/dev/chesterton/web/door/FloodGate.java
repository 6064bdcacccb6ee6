package dev.chesterton.web.door;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets each address ask so many costly questions in a row and then one at a time, as fast as they may come for long. May be
 * used by several threads.
 */
public final class FloodGate {
  /** Addresses remembered; the one that has been silent longest is forgotten, and is fresh when it comes again. */
  private static final int MOST_ADDRESSES = 10_000;

  private final int inARow;
  private final long nanosForOne;
  private final LongSupplier nanoTime;
  private final Map<String, Allowance> allowances = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
      return size() > MOST_ADDRESSES;
    }
  };

  /** What an address may still ask, as of an instant of the clock. */
  private record Allowance(double left, long asOf) {}

  /**
   * A gate with nobody in front of it.
   *
   * @param inARow questions asked at once after a silence, at least 1
   * @param forOne time after which one more may be asked
   * @param nanoTime a clock that never jumps
   */
  public FloodGate(int inARow, Duration forOne, LongSupplier nanoTime) {
    if (inARow < 1 || !forOne.isPositive()) {
      throw new IllegalArgumentException("at least one question, and a time for it");
    }
    this.inARow = inARow;
    this.nanosForOne = forOne.toNanos();
    this.nanoTime = nanoTime;
  }

  /**
   * Counts one question of an address.
   *
   * @throws Refusal with status 429 and the seconds to wait where it has asked too many
   */
  public synchronized void pass(String address) {
    long now = nanoTime.getAsLong();
    Allowance known = allowances.getOrDefault(address, new Allowance(inARow, now));
    double left = Math.min(inARow,
        known.left() + (double) (now - known.asOf()) / nanosForOne);
    if (left < 1) {
      allowances.put(address, new Allowance(left, now));
      double seconds = (1 - left) * nanosForOne / Duration.ofSeconds(1).toNanos();
      throw Refusal.tooMany(Math.max(1, (int) Math.ceil(seconds)));
    }
    allowances.put(address, new Allowance(left - 1, now));
  }
}
