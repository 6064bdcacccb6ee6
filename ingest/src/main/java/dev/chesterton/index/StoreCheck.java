package dev.chesterton.index;

import dev.chesterton.source.Problem;
import dev.chesterton.source.ReadLimits;
import java.nio.file.Path;
import java.util.List;

/**
 * What an examination of a store found.
 *
 * @param problems what is broken, each with the file or the mail; empty where the store is sound
 * @param generation of the commit that was examined; 0 where it cannot be read
 * @param files each read to its end and compared with its checksum
 * @param bytes of these files
 * @param mails in the store, as its index says; each opened and compared if the examination was deep
 * @param commits likewise
 * @param sources what the store was made from
 */
public record StoreCheck(List<Problem> problems, long generation, int files, long bytes,
    long mails, long commits, List<KnownSource> sources) {

  public StoreCheck {
    problems = List.copyOf(problems);
    sources = List.copyOf(sources);
  }

  /** Checksums of all files, the commit, its schema and its checkpoints. Needs no lock and may run beside a writer. */
  public static StoreCheck ofFiles(Path store) {
    return new LuceneCheck(store).files();
  }

  /**
   * The same, and each mail is opened, parsed and compared with what the index says of it; then all is counted again.
   *
   * @param limits mails were read with when they came into the store
   * @param progress told after each mail or commit
   */
  public static StoreCheck ofAll(Path store, ReadLimits limits, Progress progress) {
    return new LuceneCheck(store).all(limits, progress);
  }

  public boolean isSound() {
    return problems.isEmpty();
  }
}
