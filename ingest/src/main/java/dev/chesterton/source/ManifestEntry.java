package dev.chesterton.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One repository of a manifest, by its path there: {@code /linux-btrfs/git/0.git}, or {@code /meta} for an inbox of
 * format 1.
 *
 * @param above path the list lies below, {@code ""} or {@code /lists}
 * @param list name that is safe as the name of a folder
 * @param epoch number of the epoch; empty for format 1
 */
record ManifestEntry(String above, String list, Optional<Integer> epoch,
    Optional<String> fingerprint) {

  /** A name of an archive in the settings; it begins with no dot and holds no slash. */
  static final Pattern LIST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private static final Pattern SEGMENTS = Pattern
      .compile("((?:/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,10}?)"
          + "/([A-Za-z0-9][A-Za-z0-9._-]{0,99})(?:/git/(0|[1-9][0-9]{0,5})\\.git)?");
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  /**
   * The entry of a path; empty where it is no list and epoch, or could lead out of a folder. What lies in {@code git/}
   * and is no epoch is not taken for a list.
   */
  static Optional<ManifestEntry> of(String path, Optional<String> fingerprint) {
    Matcher parts = SEGMENTS.matcher(path);
    if (!parts.matches() || parts.group(3) == null && parts.group(1).endsWith("/git")) {
      return Optional.empty();
    }
    return Optional.of(new ManifestEntry(parts.group(1), parts.group(2),
        Optional.ofNullable(parts.group(3)).map(Integer::valueOf),
        fingerprint.filter(print -> FINGERPRINT.matcher(print).matches())));
  }
}
