package dev.chesterton.index;

import org.jspecify.annotations.Nullable;

/** The store cannot be used: locked, damaged, of another schema, disk full. The message names folder and way out. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is the matter, as far as a caller acts on it. */
  public enum Reason {
    MISSING, LOCKED, UNREADABLE
  }

  private final Reason reason;

  public StoreException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public StoreException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
