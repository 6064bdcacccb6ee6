package dev.chesterton.index;

import dev.chesterton.patch.Posting;
import dev.chesterton.source.Problem;
import java.util.List;

/**
 * A mail as the store gives it back.
 *
 * @param place where its bytes were read from, in words
 * @param raw the mail as it was sent; shared, not to be written to
 * @param problems what was odd when it was read
 */
public record StoredMail(Head.MailHead head, Posting posting, String place, Raw raw,
    List<Problem> problems) {
  public StoredMail {
    problems = List.copyOf(problems);
  }

  /** Bytes of a mail; a type of its own, because two equal arrays are not equal. */
  public static final class Raw {
    private final byte[] bytes;

    Raw(byte[] bytes) {
      this.bytes = bytes;
    }

    public byte[] bytes() {
      return bytes;
    }
  }
}
