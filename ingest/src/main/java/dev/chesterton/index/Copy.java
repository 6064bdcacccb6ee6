package dev.chesterton.index;

import dev.chesterton.source.RawMail;

/**
 * A mail as one archive has it. The same mail through two lists, or twice through one, is one mail with two copies; the
 * store keeps them all, so that it stays exact when an archive takes one back.
 */
public final class Copy implements Comparable<Copy> {
  private final String list;
  private final String source;
  private final RawMail raw;
  private final CopyId id;

  private Copy(String list, String source, RawMail raw) {
    this.list = list;
    this.source = source;
    this.raw = raw;
    this.id = CopyId.of(list, source, raw);
  }

  /**
   * A copy by where it came from.
   *
   * @param list that carried it
   * @param source name of the archive
   */
  public static Copy of(String list, String source, RawMail raw) {
    return new Copy(list, source, raw);
  }

  String list() {
    return list;
  }

  String source() {
    return source;
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
