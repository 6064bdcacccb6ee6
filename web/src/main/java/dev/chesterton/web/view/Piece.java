package dev.chesterton.web.view;

/** A part of a text of strangers, as the page shows it. */
public sealed interface Piece {

  /** Text without anything a browser would obey. */
  record Text(String text) implements Piece {}

  /**
   * Text that leads somewhere.
   *
   * @param address a path of ours, or one that begins with {@code https://} or {@code http://}
   */
  record Link(String text, String address) implements Piece {}

  /** A character that would be invisible or would change what stands around it, by its code point. */
  record Mark(String code) implements Piece {}

  /** So many characters of a line are left out. */
  record Cut(int chars) implements Piece {}
}
