package dev.chesterton.index;

import dev.chesterton.source.Checkpoint;
import java.util.Map;

/** What a commit of a store says of itself, beside the documents. */
public final class StoreCommit {
  private final Map<String, String> data;

  StoreCommit(Map<String, String> data) {
    this.data = Map.copyOf(data);
  }

  public StoreState state() {
    return LuceneStore.state(data);
  }

  /** How far those archives have been read whose source begins so, by source. */
  public Map<String, Checkpoint> checkpoints(String begin) {
    return LuceneStore.checkpoints(data, begin);
  }
}
