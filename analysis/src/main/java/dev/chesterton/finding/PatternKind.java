package dev.chesterton.finding;

import java.util.Optional;
import java.util.stream.Stream;

/** What a rule without code compares with the names of its file. */
public enum PatternKind {
  /** A call that is gone after the series, in code that stays: its callee. */
  LOST_CALL("lost-call"),
  /** A removed line that no patch of the series adds: its words. */
  LOST_LINE("lost-line"),
  /** An added line: its words, in C those outside of comments and literals. */
  ADDED_LINE("added-line");

  private final String word;

  PatternKind(String word) {
    this.word = word;
  }

  /** As rule files write it. */
  public String word() {
    return word;
  }

  static Optional<PatternKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
