package dev.chesterton.index;

import dev.chesterton.source.RawMail;

/**
 * A mail as one archive has it. The same mail through two lists, or twice through one, is one mail with two copies; the
 * store keeps them all, so that it stays exact when an archive takes one back.
 */
public final class Copy implements Comparable<Copy> {
  private final Archive archive;
  private final RawMail raw;
  private final CopyId id;

  private Copy(Archive archive, RawMail raw) {
    this.archive = archive;
    this.raw = raw;
    this.id = CopyId.of(archive, raw);
  }

  /** A copy by where it came from. */
  public static Copy of(Archive archive, RawMail raw) {
    return new Copy(archive, raw);
  }

  Archive archive() {
    return archive;
  }

  String list() {
    return archive.list();
  }

  RawMail raw() {
    return raw;
  }

  CopyId id() {
    return id;
  }

  @Override
  public int compareTo(Copy other) {
    return id.compareTo(other.id);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Copy copy && id.equals(copy.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
