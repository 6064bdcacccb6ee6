package dev.chesterton.link.version;

import dev.chesterton.link.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.LongToDoubleFunction;

/**
 * Tells which patch of a version became which of the next. What bears the same id, diff or title is one patch, in this
 * order; of the rest those belong together that have most lines in common over all (least cost, as {@code git
 * range-diff} does). What is left over was added or dropped.
 */
final class PatchPairs {

  /** Less in common is another patch; git's default is the same, a creation factor of 60. */
  private static final double LEAST_SHARE = 0.4;

  /** Patches left over by titles; of more the first count. The cost grows with the cube. */
  private static final int MAX_LEFT = 200;

  private final List<Traits> before;
  private final List<Traits> after;
  private final LongToDoubleFunction weights;
  private final int[] partner;
  private final boolean[] taken;

  private PatchPairs(List<Traits> before, List<Traits> after, LongToDoubleFunction weights) {
    this.before = before;
    this.after = after;
    this.weights = weights;
    this.partner = new int[after.size()];
    this.taken = new boolean[before.size()];
    Arrays.fill(partner, -1);
  }

  static List<PatchStep> between(List<Traits> before, List<Traits> after,
      LongToDoubleFunction weights) {
    PatchPairs pairs = new PatchPairs(before, after, weights);
    pairs.pair(Traits::sameChangeId);
    pairs.pair(Traits::samePatchId);
    pairs.pair(Traits::sameTitle);
    pairs.pairByLines();
    return pairs.steps();
  }

  /** In the order of the patches, so that two of one title stay in their order. */
  private void pair(BiPredicate<Traits, Traits> same) {
    for (int j = 0; j < after.size(); j++) {
      for (int i = 0; i < before.size() && partner[j] < 0; i++) {
        if (!taken[i] && same.test(before.get(i), after.get(j))) {
          join(i, j);
        }
      }
    }
  }

  private void join(int i, int j) {
    partner[j] = i;
    taken[i] = true;
  }

  private void pairByLines() {
    List<Integer> old = new ArrayList<>();
    List<Integer> now = new ArrayList<>();
    for (int i = 0; i < before.size() && old.size() < MAX_LEFT; i++) {
      if (!taken[i]) {
        old.add(i);
      }
    }
    for (int j = 0; j < after.size() && now.size() < MAX_LEFT; j++) {
      if (partner[j] < 0) {
        now.add(j);
      }
    }
    double[][] shares = shares(old, now);
    int[] chosen = Assignment.most(shares);
    for (int row = 0; row < old.size(); row++) {
      if (chosen[row] >= 0 && shares[row][chosen[row]] >= LEAST_SHARE) {
        join(old.get(row), now.get(chosen[row]));
      }
    }
  }

  /** Shares too small to count are none, lest they spoil the best choice for others. */
  private double[][] shares(List<Integer> old, List<Integer> now) {
    double[][] shares = new double[old.size()][now.size()];
    for (int row = 0; row < old.size(); row++) {
      for (int column = 0; column < now.size(); column++) {
        double share = before.get(old.get(row))
            .shared(after.get(now.get(column)), weights)
            .map(Evidence.SharedLines::share)
            .orElse(0.0);
        shares[row][column] = share < LEAST_SHARE ? 0 : share;
      }
    }
    return shares;
  }

  private List<PatchStep> steps() {
    List<PatchStep> steps = new ArrayList<>();
    for (int j = 0; j < after.size(); j++) {
      Optional<Traits> old = partner[j] < 0 ? Optional.empty()
          : Optional.of(before.get(partner[j]));
      Traits now = after.get(j);
      steps.add(new PatchStep(old.map(Traits::patch), Optional.of(now.patch()),
          old.map(traits -> traits.evidence(now, weights)).orElse(List.of())));
    }
    for (int i = 0; i < before.size(); i++) {
      if (!taken[i]) {
        steps.add(new PatchStep(Optional.of(before.get(i).patch()), Optional.empty(), List.of()));
      }
    }
    return steps;
  }
}
