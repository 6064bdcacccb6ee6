package dev.chesterton.finding;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A character that takes no place on the screen.
 *
 * @param column 1-based, in characters
 * @param turns whether what follows is shown in another order than it is read by a compiler
 */
public record HiddenCharacter(int codePoint, int column, boolean turns) {

  /** The first one of a line that no language needs where it stands. */
  public static Optional<HiddenCharacter> first(String line) {
    int[] text = line.codePoints().toArray();
    return IntStream.range(0, text.length)
        .filter(at -> isHidden(text, at))
        .mapToObj(at -> new HiddenCharacter(text[at], at + 1, turns(text[at])))
        .findFirst();
  }

  private static boolean isHidden(int[] text, int at) {
    int before = at == 0 ? ' ' : text[at - 1];
    int after = at + 1 == text.length ? ' ' : text[at + 1];
    return turns(text[at])
        || isMark(text[at]) && !isRightToLeft(before) && !isRightToLeft(after)
        || isJoiner(text[at]) && isAscii(before) && isAscii(after)
            && (isNamePart(before) || isNamePart(after));
  }

  /** Embeddings, overrides and isolates. */
  private static boolean turns(int codePoint) {
    return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
  }

  /** Marks that give a direction to the signs beside them; beside letters of Hebrew or Arabic they are spelling. */
  private static boolean isMark(int codePoint) {
    return codePoint == 0x200E || codePoint == 0x200F || codePoint == 0x061C;
  }

  /** Without width; between letters of many languages, and in emoji, they are spelling. */
  private static boolean isJoiner(int codePoint) {
    return codePoint >= 0x200B && codePoint <= 0x200D || codePoint >= 0x2060 && codePoint <= 0x2064
        || codePoint == 0x00AD || codePoint == 0xFEFF || codePoint == 0x180E;
  }

  private static boolean isRightToLeft(int codePoint) {
    byte direction = Character.getDirectionality(codePoint);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean isAscii(int codePoint) {
    return codePoint < 0x80;
  }

  private static boolean isNamePart(int codePoint) {
    return codePoint == '_' || isAscii(codePoint) && Character.isLetterOrDigit(codePoint);
  }
}
