package dev.chesterton.finding;

/** What kind of evidence a reason is: a letter and a word on the page, in the order they are shown. */
public enum EvidenceKind {
  OBJECTION("O", "objection"),
  FIX("F", "fix evidence"),
  PRIOR_ATTEMPT("P", "prior attempt"),
  DISCUSSION("D", "discussion"),
  TEST("T", "test"),
  CLAIM("C", "claim"),
  HIDDEN_CHARACTER("H", "hidden character"),
  OWN_LINE("L", "line of the patch");

  private final String letter;
  private final String word;

  EvidenceKind(String letter, String word) {
    this.letter = letter;
    this.word = word;
  }

  public String letter() {
    return letter;
  }

  public String word() {
    return word;
  }
}
