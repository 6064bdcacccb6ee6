package dev.chesterton.link.version;

import dev.chesterton.change.Trailer;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import java.util.Locale;

/**
 * A trailer that somebody gave to a patch in a reply.
 *
 * @param patch of the version it is listed with
 * @param trailer its line counts in the text of the reply
 * @param source the reply
 * @param toCover the reply speaks of the whole series
 * @param mismatch the trailer names somebody else than the sender of the reply, who can only give it for himself
 */
public record FollowUp(Patch patch, Trailer trailer, Posting source, boolean toCover,
    boolean mismatch, Standing standing) {

  /** Whether the patch has the trailer, and ought to. */
  public enum Standing {
    /** Given to this version; a refusal also where the patch stayed the same since. */
    GIVEN,
    /** In the patch already, and rightly: given to an earlier version, and the patch is the same. */
    CARRIED,
    /** Given to an earlier version of the same patch, and missing. */
    LOST,
    /** In the patch, but given to an earlier version that was another patch. */
    CARRIED_THOUGH_CHANGED,
    /** Given to an earlier version; the patch changed, so it counts no more. */
    LAPSED;

    /** For the page. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  FollowUp standing(Patch other, Standing now) {
    return new FollowUp(other, trailer, source, toCover, mismatch, now);
  }
}
