package dev.chesterton.finding.rank;

import dev.chesterton.syntax.CodeLine.Kind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A removed line and what becomes of it.
 *
 * @param lostNames names on it that the patch and its series use less often afterwards and that still mean something
 * @param lostCalls those of them that are called on it
 * @param isMoved the series adds the same line as often as it takes it away
 * @param isReplaced an added line of the same hunk differs in names only
 * @param similarity of its names with those of the most similar added line, 0 to 1
 * @param isInGone it stands in a function or file that vanishes as a whole
 * @param isElsewhere the series adds the same line, if not as often
 * @param isPutBack the patch itself adds the same line
 * @param namesGone it names something whose definition or declaration vanishes
 * @param isRepeated an earlier removed line of the patch says the same
 * @param givesReason a comment that says why
 */
record LostLine(ReadLine line, List<String> lostNames, List<String> lostCalls, boolean isMoved,
    boolean isReplaced, double similarity, boolean isInGone, boolean isElsewhere, boolean isPutBack,
    boolean namesGone, boolean isRepeated,
    boolean givesReason) {

  /** From here on two lines say nearly the same. */
  private static final double SIMILAR = 0.6;

  private static final Pattern RETURN = Pattern.compile("\\s*return\\b");

  LostLine {
    lostNames = List.copyOf(lostNames);
    lostCalls = List.copyOf(lostCalls);
  }

  /** It keeps an account: something is counted up or down. */
  boolean counts() {
    String code = line.code().code();
    return code.contains("++") || code.contains("--") || code.contains("+=") || code.contains("-=");
  }

  boolean isSimilar() {
    return similarity >= SIMILAR;
  }

  /** A condition, or a part of one on a line of its own. */
  boolean asks() {
    String code = line.code().code();
    return line.code().kind() == Kind.CONDITION || code.contains("&&") || code.contains("||");
  }

  boolean returns() {
    return RETURN.matcher(line.code().code()).lookingAt();
  }

  /** Code that comes back neither elsewhere nor in other words. */
  boolean isLost() {
    return !line.code().isComment() && !isMoved && !isSimilar() && !line.code().names().isEmpty();
  }

  /** Lost from a function that stays. */
  boolean isLostInside() {
    return isLost() && !isInGone;
  }

  /** A call, a store or a condition that is lost from a function that stays, with a name that still means something. */
  boolean isLostEffect() {
    return isLostInside() && !isReplaced && line.code().isEffect() && !lostNames.isEmpty();
  }
}
