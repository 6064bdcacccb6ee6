package dev.chesterton.thread;

import dev.chesterton.mail.MessageId;
import java.time.Instant;
import java.util.Optional;

/**
 * A place in a thread.
 *
 * @param depth 0 for the root
 * @param parent what it hangs on; empty for the root
 * @param date of a ghost, the earliest date among what hangs on it
 * @param payload of the entry; empty for a ghost
 */
public record ThreadNode<T>(MessageId id, int depth, Optional<MessageId> parent, Instant date,
    Optional<T> payload) {

  /** Others refer to this mail, but it was not among those given. */
  public boolean isGhost() {
    return payload.isEmpty();
  }
}
