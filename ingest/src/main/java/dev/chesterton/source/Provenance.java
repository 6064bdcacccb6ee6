package dev.chesterton.source;

import java.nio.file.Path;
import java.time.Instant;

/** Where the bytes of a mail lie, precisely enough to open them again. */
public sealed interface Provenance {

  /** The place in words, for messages: {@code FILE:OFFSET} or {@code EPOCH: COMMIT}. */
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
   * A mail in a public-inbox epoch, one commit each.
   *
   * @param commit 40 hex digits
   * @param committed when the archive took the mail in; the zone of the commit object is not used, because mirrored
   *     epochs carry zones that do not exist
   */
  record InEpoch(Path epoch, String commit, Instant committed) implements Provenance {
    @Override
    public String place() {
      return epoch + ": " + commit;
    }
  }
}
