package dev.chesterton.source;

/** Another process writes the copies of this store; the message names it. */
public final class MirrorLockedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MirrorLockedException(String message) {
    super(message);
  }
}
