package dev.chesterton.finding.rank;

/** How a loss comes about. */
public enum Lane {
  /** The patch says that something goes, in code that stays. */
  DECLARED("declared"),
  /** Something goes in a refactor, a conversion or a rewrite that does not speak of it. */
  SILENT("silent"),
  /** A feature, a file or a family of functions goes as a whole: listed, never warned of. */
  WHOLE("whole");

  private final String word;

  Lane(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
