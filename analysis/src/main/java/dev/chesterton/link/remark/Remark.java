package dev.chesterton.link.remark;

import java.util.List;
import java.util.Locale;

/**
 * What a mail says to a patch at one place.
 *
 * @param line 1-based line of the mail's text where it begins
 * @param lastLine 1-based last line of its paragraph
 * @param words from that line on, at most three lines
 * @param quoted what is quoted right above, one deep, without marks; the last lines of it
 * @param score what its phrases come to, in tenths: 10 makes an objection; of a question 0
 */
public record Remark(Kind kind, int line, int lastLine, String words, List<String> quoted,
    int score) {

  public Remark {
    quoted = List.copyOf(quoted);
  }

  /** What kind of remark. */
  public enum Kind {
    /** The patch as a whole is turned away. */
    REFUSAL,
    /** A reason against it, or against a part of it. */
    OBJECTION,
    /** Something is asked that wants an answer. */
    QUESTION;

    /** For lists and JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
