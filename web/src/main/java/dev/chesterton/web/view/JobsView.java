package dev.chesterton.web.view;

import java.util.List;

/**
 * The runs that write the store.
 *
 * @param words whether it is fresh
 * @param problems of the record itself
 */
public record JobsView(Words words, boolean fresh, Store store, List<Archive> archives,
    List<Run> runs, List<Words> problems) {

  /** The store as it is. */
  public record Store(String generation, String mails, String patches, String commits, String size,
      String free, Words rebuild) {}

  /**
   * An archive after its last run.
   *
   * @param newest date of the newest mail or commit
   * @param more how many were skipped besides
   */
  public record Archive(Words name, String kind, String end, String took, String added,
      String known, String removed, String skippedCount, String newest, String rewritten,
      Words result, List<Words> heads, List<Skipped> skipped, String more) {}

  /** What could not be read. */
  public record Skipped(Words where, Words what) {}

  /** One run. */
  public record Run(String begin, String kind, String took, String added, String skipped,
      Words steps, Words result) {}
}
