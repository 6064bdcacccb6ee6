package dev.chesterton.web.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text of strangers in pieces: control characters, those that turn the direction of text and those without width
 * become marks, and what lies behind {@link #MAX_CHARS} is counted instead of shown. Escaping is left to the template.
 */
public record Words(List<Piece> pieces) {

  /** Longest line of a page (docs/limits.md). */
  public static final int MAX_CHARS = 4_096;

  public static final Words NONE = new Words(List.of());

  public Words {
    pieces = List.copyOf(pieces);
  }

  /**
   * A place in a line that leads somewhere.
   *
   * @param from 0-based
   * @param to 0-based, behind the last character
   */
  public record Span(int from, int to, String address) {

    boolean touches(Span other) {
      return from < other.to && other.from < to;
    }
  }

  public static Words of(String text) {
    return of(text, List.of());
  }

  /**
   * A text some places of which lead somewhere.
   *
   * @param spans in any order; where two touch, the one that begins first counts
   */
  public static Words of(String text, List<Span> spans) {
    int end = text.length() <= MAX_CHARS ? text.length() : cutBefore(text);
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
      if (span.from() >= at && span.to() <= end) {
        add(pieces, text.substring(at, span.from()));
        pieces.add(new Piece.Link(plain(text.substring(span.from(), span.to())), span.address()));
        at = span.to();
      }
    }
    add(pieces, text.substring(at, end));
    if (end < text.length()) {
      pieces.add(new Piece.Cut(text.length() - end));
    }
    return new Words(pieces);
  }

  /** The same as one string, for titles, attributes and places that cannot hold marks. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (Piece piece : of(text).pieces()) {
      plain.append(switch (piece) {
        case Piece.Text shown -> shown.text();
        case Piece.Link link -> link.text();
        case Piece.Mark mark -> "[" + mark.code() + "]";
        case Piece.Cut cut -> " [" + cut.chars() + " characters left out]";
      });
    }
    return plain.toString();
  }

  private static int cutBefore(String text) {
    return Character.isHighSurrogate(text.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
  }

  private static void add(List<Piece> pieces, String text) {
    if (text.codePoints().noneMatch(Words::isHidden)) {
      if (!text.isEmpty()) {
        pieces.add(new Piece.Text(text));
      }
      return;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(point -> {
      if (isHidden(point)) {
        flush(pieces, shown);
        pieces.add(new Piece.Mark("U+%04X".formatted(point)));
      } else {
        shown.appendCodePoint(point);
      }
    });
    flush(pieces, shown);
  }

  private static void flush(List<Piece> pieces, StringBuilder shown) {
    if (!shown.isEmpty()) {
      pieces.add(new Piece.Text(shown.toString()));
      shown.setLength(0);
    }
  }

  private static boolean isHidden(int point) {
    return (point < ' ' || point > '~') && point != '\t' && switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
        true;
      default -> false;
    };
  }
}
