package dev.chesterton.source;

/** An archive or a code repository cannot be read as a whole; the message names it and the way out, in one line. */
public final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ArchiveException(String message) {
    super(message);
  }

  public ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
