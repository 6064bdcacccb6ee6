package dev.chesterton.source;

import java.nio.file.Path;
import java.time.Instant;

/** Where the bytes of a mail lie, precisely enough to open them again. */
public sealed interface Provenance {

  /** The place in words, for messages: {@code FILE:OFFSET} or {@code EPOCH: blob ID}. */
  String place();

  /**
   * A mail in a file.
   *
   * @param offset of the first byte of the mail (0-based); in a compressed file counted after unpacking
   */
  record InFile(Path file, long offset) implements Provenance {
    @Override
    public String place() {
      return file + ":" + offset;
    }
  }

  /**
   * A mail in a public-inbox epoch.
   *
   * @param blob 40 hex digits, id of the mail itself: {@code git cat-file blob} shows it. Commits are rewritten when
   *     another mail is purged; the blob stays
   * @param committed when the archive took the mail in; the zone of the commit object is not used, because mirrored
   *     epochs carry zones that do not exist
   */
  record InEpoch(Path epoch, String blob, Instant committed) implements Provenance {
    @Override
    public String place() {
      return epoch + ": blob " + blob;
    }
  }
}
