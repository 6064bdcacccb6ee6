package dev.chesterton.history;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads objects for as long as that is wanted: JGit's blame has no other place to stop it between two commits. */
final class WatchedReader extends ObjectReader.Filter {
  private final ObjectReader reader;
  private final BooleanSupplier goesOn;

  WatchedReader(ObjectReader reader, BooleanSupplier goesOn) {
    this.reader = reader;
    this.goesOn = goesOn;
  }

  @Override
  protected ObjectReader delegate() {
    return reader;
  }

  @Override
  public ObjectLoader open(AnyObjectId id, int type) throws IOException {
    if (!goesOn.getAsBoolean()) {
      throw new StoppedException();
    }
    return super.open(id, type);
  }

  /** Reading was stopped. */
  static final class StoppedException extends IOException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("stopped");
    }
  }
}
