package dev.chesterton.link.version;

import dev.chesterton.patch.Posting.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Some patches of a series sent anew, {@code v5.1 10/12}: the others stay as they were. */
final class Parts {
  private Parts() {}

  /** Of one version and one length, without a cover letter, and not all of it. */
  static boolean isPart(Sending whole, Sending part) {
    boolean marked = part.subject().partial().isPresent();
    boolean fewer = part.patches().size() < whole.series().total()
        && part.patches().size() < whole.patches().size();
    return part.version() == whole.version() && part.series().total() == whole.series().total()
        && part.series().cover().isEmpty() && (marked || fewer)
        && part.patches().size() <= whole.patches().size();
  }

  /** The series with the patches of the part in the places of those they replace. */
  static List<Patch> merged(List<Patch> whole, List<PatchStep> steps) {
    List<Patch> merged = new ArrayList<>(whole);
    for (PatchStep step : steps) {
      int place = step.before().map(merged::indexOf).orElse(-1);
      Optional<Patch> after = step.after();
      if (after.isPresent() && place >= 0) {
        merged.set(place, after.get());
      } else {
        after.ifPresent(merged::add);
      }
    }
    return merged;
  }
}
