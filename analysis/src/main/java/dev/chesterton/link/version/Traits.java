package dev.chesterton.link.version;

import dev.chesterton.change.FilePath;
import dev.chesterton.link.Evidence;
import dev.chesterton.patch.ChangeId;
import dev.chesterton.patch.Posting.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToDoubleFunction;

/**
 * By what a patch is known again.
 *
 * @param added keys of added lines, ascending
 * @param removed keys of removed lines, ascending
 */
record Traits(Patch patch, String title, Optional<ChangeId.OfPatch> changeId, Set<FilePath> paths,
    List<Long> added, List<Long> removed) {

  static Traits of(Patch patch) {
    return new Traits(patch, patch.subject().title().toLowerCase(Locale.ROOT),
        ChangeId.ofTrailers(patch.trailers()), patch.change().paths(),
        patch.change().addedKeys().stream().boxed().toList(),
        patch.change().removedKeys().stream().boxed().toList());
  }

  boolean sameTitle(Traits other) {
    return title.equals(other.title) && !title.isEmpty();
  }

  boolean samePatchId(Traits other) {
    return patch.patchId().isPresent() && patch.patchId().equals(other.patch.patchId());
  }

  boolean sameChangeId(Traits other) {
    return changeId.isPresent() && changeId.equals(other.changeId);
  }

  /** All that speaks for both being one patch. */
  List<Evidence> evidence(Traits other, LongToDoubleFunction weights) {
    List<Evidence> evidence = new ArrayList<>();
    changeId.filter(_ -> sameChangeId(other))
        .ifPresent(id -> evidence.add(new Evidence.SameChangeId(id)));
    patch.patchId()
        .filter(_ -> samePatchId(other))
        .ifPresent(id -> evidence.add(new Evidence.SamePatchId(id.hex())));
    if (sameTitle(other)) {
      evidence.add(new Evidence.SimilarTitle(1));
    }
    shared(other, weights).ifPresent(evidence::add);
    return evidence;
  }

  /**
   * Lines in common, added and removed ones apart, as share of the lines of both (Dice's coefficient, each line weighted
   * by its rarity). Only where both touch a file in common: a clean-up that is done to one driver after the other writes
   * the same lines everywhere.
   */
  Optional<Evidence.SharedLines> shared(Traits other, LongToDoubleFunction weights) {
    if (paths.stream().noneMatch(other.paths::contains)) {
      return Optional.empty();
    }
    Common common = new Common(weights);
    common.add(added, other.added);
    common.add(removed, other.removed);
    return common.lines == 0
        ? Optional.empty()
        : Optional.of(new Evidence.SharedLines(common.lines, 2 * common.both / common.all));
  }

  /** Adds up what two ascending lists have in common. */
  private static final class Common {
    private final LongToDoubleFunction weights;
    private int lines;
    private double both;
    private double all;

    Common(LongToDoubleFunction weights) {
      this.weights = weights;
    }

    void add(List<Long> one, List<Long> other) {
      int i = 0;
      int j = 0;
      while (i < one.size() || j < other.size()) {
        int order = i == one.size()
            ? 1
            : j == other.size() ? -1 : Long.compare(one.get(i), other.get(j));
        double weight = weights.applyAsDouble(order <= 0 ? one.get(i) : other.get(j));
        all += order == 0 ? 2 * weight : weight;
        both += order == 0 ? weight : 0;
        lines += order == 0 ? 1 : 0;
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
      }
    }
  }
}
