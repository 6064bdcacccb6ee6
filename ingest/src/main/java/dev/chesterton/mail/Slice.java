package dev.chesterton.mail;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** A range of a mail's bytes, shared and not copied. */
final class Slice {
  private final byte[] bytes;
  private final int from;
  private final int to;

  /** @param to exclusive */
  Slice(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  Slice startingAt(int start) {
    return new Slice(bytes, start, to);
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  byte[] copy() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes, from, to - from);
  }
}
