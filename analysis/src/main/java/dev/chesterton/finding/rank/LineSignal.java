package dev.chesterton.finding.rank;

/** What the removed lines of a patch are put in order by. Each is there or not, or counts a little way. */
public enum LineSignal {
  CONDITION("line-condition"), CALL("line-call"), STORE("line-store"), ASSIGNMENT(
      "line-assignment"),
  JUMP("line-jump"), DECLARATION("line-declaration"), DIRECTIVE(
      "line-directive"),
  COMMENT("line-comment"), REASON("line-reason"), COUNTER(
      "line-counter"),
  EFFECT("line-effect"), LOST_CALL("line-lost-call"), LOST_NAMES(
      "line-lost-names"),
  GUARD("line-guard"), CONSTANT("line-constant"), MOVED(
      "line-moved"),
  SIMILAR("line-similar"), IN_GONE("line-in-gone"), NAMES_GONE(
      "line-names-gone"),
  REPEATED("line-repeated"), WORDLESS(
      "line-wordless"),
  IN_LOG("line-in-log"), UNFINISHED(
      "line-unfinished");

  private final String word;

  LineSignal(String word) {
    this.word = word;
  }

  /** As the weights name it. */
  public String word() {
    return word;
  }
}
