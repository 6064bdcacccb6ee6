package dev.chesterton.patch;

import dev.chesterton.patch.Posting.CoverLetter;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Patches that were sent together, one version of them.
 *
 * @param subject of the cover letter, else of the first patch that is there
 * @param cover the letter with number 0; it may be all that is at hand
 * @param patches by their number, each number at most once
 */
public record Series(Subject subject, Optional<CoverLetter> cover, List<Patch> patches) {

  public Series {
    patches = List.copyOf(patches);
  }

  public int version() {
    return subject.version();
  }

  /** How many patches it ought to have. */
  public int total() {
    return subject.total();
  }

  /** Numbers from 1 to {@link #total()} that no patch has, ascending. */
  public List<Integer> missing() {
    var present = patches.stream()
        .map(patch -> patch.subject().number())
        .collect(Collectors.toSet());
    return IntStream.rangeClosed(1, total())
        .boxed()
        .filter(number -> !present.contains(number))
        .toList();
  }
}
