package dev.chesterton.notes;

import dev.chesterton.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a finding says, without where it stands: rule, subject, and the keys of the lines it is about.
 * Message-ID, path and line numbers are no part of it, so a finding has the same key in the next version of a patch, where
 * lines have moved and white space has changed.
 *
 * <p>Where several findings of one patch say the same, each also has its number among them and how many there are: an
 * answer to one is no answer to the other, and where their number changes none of them is taken for an earlier one.
 *
 * @param value 20 hex digits in lower case
 */
public record FindingKey(String value) {

  public FindingKey {
    if (!EntryId.isOne(value)) {
      throw new IllegalArgumentException("not the key of a finding");
    }
  }

  /** A finding with its key. */
  public record Keyed(Finding finding, FindingKey key) {}

  /** All findings of one patch with their keys, in their order. */
  public static List<Keyed> of(List<Finding> findings) {
    Map<List<String>, Integer> counts = new HashMap<>();
    findings.forEach(finding -> counts.merge(finding.said(), 1, Integer::sum));
    Map<List<String>, Integer> seen = new HashMap<>();
    List<Keyed> keys = new ArrayList<>();
    for (Finding finding : findings) {
      List<String> parts = new ArrayList<>(finding.said());
      int number = seen.merge(finding.said(), 1, Integer::sum);
      parts.addFirst(number + " of " + counts.getOrDefault(finding.said(), 1));
      keys.add(new Keyed(finding,
          new FindingKey(EntryId.of(parts.toArray(String[]::new)).value())));
    }
    return keys;
  }

  @Override
  public String toString() {
    return value;
  }
}
