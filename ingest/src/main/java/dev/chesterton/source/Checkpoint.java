package dev.chesterton.source;

/**
 * How far one archive has been read.
 *
 * @param position opaque to all but the source that made it: a commit id for an epoch, empty for a start from the
 *     beginning
 */
public record Checkpoint(String position) {
  public static final Checkpoint START = new Checkpoint("");
}
