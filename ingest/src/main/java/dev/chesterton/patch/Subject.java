package dev.chesterton.patch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A subject line taken apart.
 *
 * @param raw as in the mail, unfolded
 * @param reply begins with Re:, Fwd:, AW: or the like
 * @param tags words in brackets other than version and position, in order: {@code PATCH}, {@code RFC}, {@code btrfs};
 *     upper and lower case as written; of a partial reroll ({@code v5.1}) the word stays here, too
 * @param version of the series; 1 where none is given
 * @param place number and total in the series, where given
 * @param title what is left, white space folded
 */
public record Subject(String raw, boolean reply, List<String> tags, int version,
    Optional<Place> place,
    String title) {

  private static final Pattern PARTIAL = Pattern.compile("(?i)v\\d+\\.\\d");

  /** A dotted number in a word; versions of a series have none. */
  private static final Pattern KERNEL = Pattern.compile("\\d\\.[0-9xy]");

  public Subject {
    tags = List.copyOf(tags);
  }

  /**
   * Place in a series.
   *
   * @param number 0 for the cover letter
   */
  public record Place(int number, int total) {}

  public boolean hasTag(String tag) {
    for (String own : tags) {
      if (own.equalsIgnoreCase(tag)) {
        return true;
      }
    }
    return false;
  }

  /** Marked as a patch, be it only a request for comments. */
  public boolean isPatch() {
    for (String tag : tags) {
      String lower = tag.toLowerCase(Locale.ROOT);
      if (lower.startsWith("patch") || lower.equals("rfc") || lower.equals("rft")) {
        return true;
      }
    }
    return false;
  }

  /** The word of a partial reroll, {@code v5.1}: one patch of version 5 sent anew; empty for a whole version. */
  public Optional<String> partial() {
    return tags.stream().filter(tag -> PARTIAL.matcher(tag).matches()).findFirst();
  }

  /**
   * Words that name the kernel a backport is for: {@code 5.10}, {@code v6.1.y}, {@code 4.14-stable}, {@code for-5.3}. Two
   * backports of one patch are siblings, no versions of each other.
   */
  public List<String> kernels() {
    return tags.stream()
        .filter(tag -> KERNEL.matcher(tag).find() && !PARTIAL.matcher(tag).matches())
        .toList();
  }

  public boolean isPullRequest() {
    return hasTag("pull") && place.isEmpty();
  }

  /** Number 0 of a series, or {@code [PATCHSET]} without a number. */
  public boolean isCover() {
    return place.map(Place::number).orElse(hasTag("PATCHSET") ? 0 : 1) == 0;
  }

  /** Number in the series; 1 where the mail stands alone. */
  public int number() {
    return place.map(Place::number).orElse(1);
  }

  /** Patches in the series; 1 where the mail stands alone. */
  public int total() {
    return place.map(Place::total).orElse(1);
  }

  /** The same subject with another title. */
  public Subject titled(String other) {
    return new Subject(raw, reply, tags, version, place, other);
  }
}
