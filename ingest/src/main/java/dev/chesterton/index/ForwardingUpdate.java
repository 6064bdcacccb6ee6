package dev.chesterton.index;

import dev.chesterton.history.Commit;
import dev.chesterton.mail.Message;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.Parsed;
import java.util.Set;

/** Another update, with something done in another way. */
abstract class ForwardingUpdate implements IndexUpdate {
  private final IndexUpdate update;

  ForwardingUpdate(IndexUpdate update) {
    this.update = update;
  }

  @Override
  public boolean knows(Copy copy) {
    return update.knows(copy);
  }

  @Override
  public Outcome add(Copy copy, Parsed<Posting> posting) {
    return update.add(copy, posting);
  }

  @Override
  public boolean remove(String list, Message message) {
    return update.remove(list, message);
  }

  @Override
  public long retain(Archive archive, Set<Long> kept) {
    return update.retain(archive, kept);
  }

  @Override
  public Outcome add(String tree, Commit commit) {
    return update.add(tree, commit);
  }

  @Override
  public Checkpoint checkpoint(String source) {
    return update.checkpoint(source);
  }

  @Override
  public void reached(String source, Checkpoint checkpoint) {
    update.reached(source, checkpoint);
  }

  @Override
  public void remember(KnownSource source) {
    update.remember(source);
  }

  @Override
  public void commit() {
    update.commit();
  }

  @Override
  public void close() {
    update.close();
  }
}
