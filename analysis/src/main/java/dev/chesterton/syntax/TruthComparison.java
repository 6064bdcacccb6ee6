package dev.chesterton.syntax;

import java.util.List;

/**
 * A truth value that C compares with something that is none, mostly because a parenthesis stands wrong.
 *
 * @param lines from the truth value to what it is compared with, 1-based
 * @param value the truth value, as it stands, white space folded
 * @param operator between the two
 * @param other what it is compared with
 */
public record TruthComparison(LineRange lines, String value, String operator, String other) {

  /**
   * Those of a text, in its order. Only what C's grammar alone makes sure of is among them: whether a name or a call is a
   * truth value is not asked.
   */
  public static List<TruthComparison> in(String cText) {
    return new TruthReader(cText).read();
  }
}
