package dev.chesterton.index;

import dev.chesterton.patch.Posting;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.Parsed;
import java.time.Instant;

/**
 * Passes over mails sent before a day. The checkpoints of archives stay where they are: a later run reads what was passed
 * over, and the store is then as if that had been in one run. It costs that what was read comes again, which its
 * copies being known makes quick. Trees are read in full.
 */
final class LaterOnly extends ForwardingUpdate {
  private final Instant since;

  LaterOnly(IndexUpdate update, Instant since) {
    super(update);
    this.since = since;
  }

  @Override
  public Outcome add(Copy copy, Parsed<Posting> posting) {
    return posting.value().message().date().at().toInstant().isBefore(since)
        ? Outcome.PASSED_OVER
        : super.add(copy, posting);
  }

  /** An archive is remembered all the same, so that a rebuild reads it. */
  @Override
  public void reached(String source, Checkpoint checkpoint) {
    boolean isTree = KnownSource.ofKey(source)
        .filter(known -> known instanceof KnownSource.Tree)
        .isPresent();
    super.reached(source, isTree ? checkpoint : checkpoint(source));
  }
}
