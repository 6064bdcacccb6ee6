package dev.chesterton.finding;

import dev.chesterton.link.Origin;
import java.util.List;
import java.util.Set;

/** Mail and git that know nothing. */
enum NoReasons implements Reasons {
  NONE;

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
}
