package dev.chesterton.source;

/**
 * How much of one mail is read (docs/limits.md).
 *
 * @param maxMessageBytes longer mails are cut there
 * @param maxHeaderBytes header block; the rest of it is dropped
 * @param maxTextChars decoded text kept of one mail
 * @param maxParts MIME parts looked at
 * @param maxDepth nesting of MIME parts looked at
 */
public record ReadLimits(int maxMessageBytes, int maxHeaderBytes, int maxTextChars, int maxParts,
    int maxDepth) {

  public static final ReadLimits DEFAULT = new ReadLimits(32 << 20, 256 << 10, 2 << 20, 1_000, 20);
}
