package dev.chesterton.mail;

import java.util.Optional;

/** One multipart around parts, with the one around it. */
final class MimeGroup {
  private final String type;
  private final Optional<MimeGroup> outer;
  private final int depth;
  private boolean offersPlainText;

  private MimeGroup(String type, Optional<MimeGroup> outer, int depth) {
    this.type = type;
    this.outer = outer;
    this.depth = depth;
  }

  /** The mail itself. */
  static MimeGroup mail() {
    return new MimeGroup("", Optional.empty(), 0);
  }

  MimeGroup inner(String type) {
    return new MimeGroup(type, Optional.of(this), depth + 1);
  }

  /** 0 for the mail itself. */
  int depth() {
    return depth;
  }

  /** Some part in it, however deep, is plain text. */
  void notePlainText() {
    for (Optional<MimeGroup> at = Optional.of(this); at.isPresent(); at = at.get().outer) {
      at.get().offersPlainText = true;
    }
  }

  /** The same text stands beside this one as plain text (RFC 2046, section 5.1.4). */
  boolean hasPlainAlternative() {
    for (Optional<MimeGroup> at = Optional.of(this); at.isPresent(); at = at.get().outer) {
      if (at.get().type.equals("multipart/alternative") && at.get().offersPlainText) {
        return true;
      }
    }
    return false;
  }

  boolean isDigest() {
    return type.equals("multipart/digest");
  }
}
