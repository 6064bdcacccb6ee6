package dev.chesterton.patch;

import java.util.List;
import java.util.Optional;

/**
 * A subject line taken apart.
 *
 * @param raw as in the mail, unfolded
 * @param reply begins with Re:, Fwd:, AW: or the like
 * @param tags words in brackets other than version and position, in order: {@code PATCH}, {@code RFC}, {@code btrfs};
 *     upper and lower case as written
 * @param version of the series; 1 where none is given
 * @param place number and total in the series, where given
 * @param title what is left, white space folded
 */
public record Subject(String raw, boolean reply, List<String> tags, int version,
    Optional<Place> place,
    String title) {

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
    return tags.stream().anyMatch(tag::equalsIgnoreCase);
  }
}
