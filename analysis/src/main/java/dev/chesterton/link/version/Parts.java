package dev.chesterton.link.version;

import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Some patches of a series sent anew, {@code v5.1 10/12}: the others stay as they were. */
final class Parts {
  private Parts() {}

  /**
   * Of one length, without a cover letter, and not all of it. It has the same number, {@code v5.1 10/12}, or the next one in
   * an answer to what it replaces, {@code v2 3/3} below {@code 3/3}. A whole version that lost mails on its way answers
   * none of the earlier one's, as a rule.
   */
  static boolean isPart(Sending whole, Sending part) {
    boolean marked = part.subject().partial().isPresent();
    int total = part.series().total();
    boolean some = part.patches().size() < total
        && part.patches().size() <= whole.patches().size();
    boolean sameNumber = part.version() == whole.version()
        && (marked || part.patches().size() < whole.patches().size());
    return some && total == whole.series().total() && part.series().cover().isEmpty()
        && (sameNumber || answers(part, whole));
  }

  private static boolean answers(Sending part, Sending whole) {
    Set<MessageId> ids = whole.ids();
    return part.patches()
        .stream()
        .allMatch(patch -> patch.message().inReplyTo().stream().anyMatch(ids::contains));
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
