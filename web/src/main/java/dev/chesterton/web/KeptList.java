package dev.chesterton.web;

import dev.chesterton.index.StoreException;
import dev.chesterton.review.KeptFindings;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The findings kept beside the store, read again when they have changed. May be used by several threads. */
final class KeptList {

  /** Patches held in memory, the strongest ones (docs/limits.md). */
  private static final int MOST_PATCHES = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(KeptList.class);

  private final Path store;
  private long version;
  private Optional<KeptFindings> known = Optional.empty();

  KeptList(Path store) {
    this.store = store;
  }

  /**
   * Empty where there are none, or none that can be read; then they are found as if nobody had kept any.
   *
   * @param birth of the store they have to be from
   */
  synchronized Optional<KeptFindings> of(String birth) {
    try {
      long now = KeptFindings.version(store);
      if (now != version) {
        version = now;
        known = KeptFindings.read(store, MOST_PATCHES);
      }
    } catch (StoreException e) {
      LOG.warn("the findings kept cannot be read, they are found anew: {}", e.getMessage());
      known = Optional.empty();
    }
    return known.filter(findings -> findings.store().birth().equals(birth));
  }
}
