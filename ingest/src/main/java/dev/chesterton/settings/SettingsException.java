package dev.chesterton.settings;

/**
 * The configuration has to be mended first; the message names the place and the way out, in one
 * line.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SettingsException(String message) {
    super(message);
  }

  public SettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
