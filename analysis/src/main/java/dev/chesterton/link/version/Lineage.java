package dev.chesterton.link.version;

import dev.chesterton.mail.MessageId;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one series.
 *
 * @param versions oldest first, at least one
 */
public record Lineage(List<SeriesVersion> versions) {
  public Lineage {
    versions = List.copyOf(versions);
  }

  /** The version that a mail is part of. */
  public Optional<SeriesVersion> versionOf(MessageId id) {
    return versions.stream().filter(version -> version.sending().ids().contains(id)).findFirst();
  }
}
