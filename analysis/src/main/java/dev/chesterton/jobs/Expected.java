package dev.chesterton.jobs;

import java.time.Duration;
import java.util.List;

/**
 * What has to be on record of a store that is fresh.
 *
 * @param archives that have to be read night after night; none means those of the last run
 * @param most a good run that is older is no good
 */
public record Expected(List<Wanted> archives, Duration most) {

  /** An archive or a tree. */
  public record Wanted(ArchiveRun.Kind kind, String name) {

    boolean is(ArchiveRun archive) {
      return archive.kind() == kind && archive.name().equals(name);
    }
  }

  public Expected {
    archives = List.copyOf(archives);
  }
}
