package dev.chesterton.link.version;

import dev.chesterton.link.Evidence;
import dev.chesterton.patch.Changelog;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;
import java.util.stream.Stream;

/**
 * One version of a series.
 *
 * @param sending the mails
 * @param patches the whole series as it stands now: where only some patches were sent anew, the others are those of the
 *     version before
 * @param evidence what ties it to the version before; empty for the oldest
 * @param steps what became of each patch of the version before, in the order of the patches, dropped ones last; empty
 *     for the oldest
 * @param followUps trailers that reviewers gave, by patch, then by date
 */
public record SeriesVersion(Sending sending, List<Patch> patches, List<Evidence> evidence,
    List<PatchStep> steps, List<FollowUp> followUps) {

  public SeriesVersion {
    patches = List.copyOf(patches);
    evidence = List.copyOf(evidence);
    steps = List.copyOf(steps);
    followUps = List.copyOf(followUps);
  }

  /** Only some patches were sent anew. */
  public boolean isPart() {
    return patches.size() > sending.patches().size();
  }

  SeriesVersion with(List<FollowUp> others) {
    return new SeriesVersion(sending, patches, evidence, steps, others);
  }

  /** What the author says changed, with the mail it stands in. */
  public List<Change> changelog() {
    return Stream.concat(sending.series().cover().stream(), sending.series().patches().stream())
        .flatMap(posting -> Changelog.of(posting).stream().map(entry -> new Change(posting, entry)))
        .toList();
  }

  /** Words of a changelog and the cover letter or patch below which they stand. */
  public record Change(Posting posting, Changelog.Entry entry) {}
}
