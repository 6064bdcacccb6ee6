package dev.chesterton.review;

import java.util.Locale;

/** What a sentence of a dossier is about, in the order of the page. */
public enum Topic {
  GOES("what goes", "F"), PUT_UP("who put it up", "F"), REPORT("why", "F"), REPAIRED("repaired",
      "F"),
  STILL_THERE("still there", "F"), STILL_USED("still used", "F"), ATTEMPT("tried before", "P"),
  AGAINST("against it now",
      "O"),
  DISPUTED("disputed", "D"), NAMED("named in this thread", "D"), OPEN("not answered", "D"),
  LATER("later",
      "D"),
  RUN("to run", "T");

  private final String words;
  private final String letter;

  Topic(String words, String letter) {
    this.words = words;
    this.letter = letter;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** That of the kind of evidence the sentence rests on; see {@link dev.chesterton.finding.EvidenceKind}. */
  public String letter() {
    return letter;
  }

  /** For JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
