package dev.chesterton.review;

import dev.chesterton.finding.LossFinder;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Series;
import dev.chesterton.review.base.Ground;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what was read of the last few series: all patches of one are mostly reviewed one after the other, and each has to
 * be weighed against the whole.
 */
final class LossFinders {
  private static final int KEPT = 16;

  /** By the content of the mails: two drafts of a patch may have one Message-ID. */
  private final Map<List<String>, LossFinder> recent = new LinkedHashMap<>();

  /** @param ground of this series, the same each time */
  synchronized LossFinder of(Series series, Ground ground) {
    List<Patch> patches = series.patches();
    List<String> hashes = patches.stream().map(patch -> patch.message().contentHash()).toList();
    LossFinder finder = recent.computeIfAbsent(hashes,
        _ -> new LossFinder(patches.stream().map(ground::whole).toList()));
    if (recent.size() > KEPT) {
      recent.remove(recent.keySet().iterator().next());
    }
    return finder;
  }
}
