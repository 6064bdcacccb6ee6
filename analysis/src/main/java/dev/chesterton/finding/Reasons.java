package dev.chesterton.finding;

import dev.chesterton.link.Origin;
import java.util.List;
import java.util.Set;

/** Evidence for losses, found in mail and git. Nothing later than the bound of the review is among it. */
public interface Reasons {

  /** Where nobody looked for any. */
  Reasons NONE = new Reasons() {
    @Override
    public List<Origin> fixes() {
      return List.of();
    }

    @Override
    public List<Reason> fixesOf(List<String> lines) {
      return List.of();
    }

    @Override
    public List<Reason> priorAttempts(Set<String> names) {
      return List.of();
    }

    @Override
    public List<Reason> discussion(Set<String> names) {
      return List.of();
    }
  };

  /** Earlier changes that were fixes and added lines this patch takes away, heaviest first. */
  List<Origin> fixes();

  /** Earlier fixes that added one of these lines. */
  List<Reason> fixesOf(List<String> lines);

  /** Earlier mails that tried to take the same away, with what was said to them. */
  List<Reason> priorAttempts(Set<String> names);

  /** Replies, outside of the prior attempts, that speak of these names. */
  List<Reason> discussion(Set<String> names);
}
