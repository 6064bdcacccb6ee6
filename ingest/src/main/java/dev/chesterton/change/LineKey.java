package dev.chesterton.change;

/**
 * The key of one line: a 64-bit hash of its text with white space folded, without path or position. Two lines with the
 * same key say the same; that two different lines share one is about as likely as a broken disk.
 *
 * <p>The hash is FNV-1a (64 bits) over UTF-16 units followed by a final mix, so that it is the same on every machine
 * and in every version; stored indexes rely on it.
 */
public record LineKey(long value) {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** The key of a blank line, which says nothing and is never looked up. */
  public static final LineKey BLANK = new LineKey(0);

  /** White space at both ends is dropped, each run inside counts as one space. */
  public static LineKey of(String text) {
    return new LineKey(valueOf(text));
  }

  /** The value of the key of a line, for those who hold many. */
  static long valueOf(String text) {
    long hash = FNV_OFFSET;
    boolean started = false;
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (isSpace(unit)) {
        gap = started;
        continue;
      }
      if (gap) {
        hash = (hash ^ ' ') * FNV_PRIME;
        gap = false;
      }
      hash = (hash ^ unit) * FNV_PRIME;
      started = true;
    }
    return started ? mix(hash) : BLANK.value;
  }

  public boolean isBlank() {
    return value == BLANK.value;
  }

  private static boolean isSpace(char unit) {
    return unit <= ' ' || unit == '\u00a0';
  }

  /** FNV leaves the upper bits of short texts weak; this is the finaliser of MurmurHash3, never 0. */
  private static long mix(long hash) {
    long mixed = hash;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    mixed ^= mixed >>> 33;
    return mixed == 0 ? 1 : mixed;
  }
}
