package dev.chesterton.link;

import dev.chesterton.change.FilePath;

/**
 * A line of a diff that somebody quotes.
 *
 * @param line 1-based, of the post-image; of a removed line, of the pre-image
 * @param sign {@code +}, {@code -} or a space
 * @param text without the sign
 */
public record PatchLine(FilePath path, int line, char sign, String text) {
  @Override
  public String toString() {
    return path + ":" + line;
  }
}
