package dev.chesterton.link.version;

import dev.chesterton.change.Change;
import dev.chesterton.link.Evidence;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;
import java.util.Optional;

/**
 * What became of one patch in the next version.
 *
 * @param before empty where the patch is new
 * @param after empty where the patch was dropped
 * @param evidence that both are one patch; empty where one is missing
 */
public record PatchStep(Optional<Patch> before, Optional<Patch> after, List<Evidence> evidence) {
  public PatchStep {
    evidence = List.copyOf(evidence);
  }

  /** What became of it. */
  public enum Kind {
    UNCHANGED, CHANGED, ADDED, DROPPED
  }

  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.map(next -> isSame(before.get(), next) ? Kind.UNCHANGED : Kind.CHANGED)
        .orElse(Kind.DROPPED);
  }

  /**
   * What a reviewer said of the one holds for the other: the same patch-id, as b4 has it, or, where only context moved,
   * the same lines with the same message. Trailers are no part of the message: they are what changes when reviews come in.
   */
  static boolean isSame(Patch before, Patch after) {
    boolean sameDiff = before.patchId().isPresent() && before.patchId().equals(after.patchId());
    return sameDiff || (sameLines(before.change(), after.change())
        && message(before).equals(message(after)));
  }

  private static boolean sameLines(Change before, Change after) {
    return before.paths().equals(after.paths()) && before.addedKeys().equals(after.addedKeys())
        && before.removedKeys().equals(after.removedKeys()) && !before.paths().isEmpty();
  }

  private static String message(Patch patch) {
    StringBuilder message = new StringBuilder(patch.subject().title());
    int number = patch.logLine();
    for (String line : patch.log().lines().toList()) {
      int at = number++;
      if (!line.isBlank() && patch.trailers().stream().noneMatch(own -> own.line() == at)) {
        message.append('\n').append(line.strip());
      }
    }
    return message.toString();
  }
}
