package dev.chesterton.index;

/** Leaves the reading of a search at its first mistake; never leaves {@link SearchSyntax}. */
final class SearchMistake extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String what;

  /** @param position of the character, 0-based; told 1-based */
  SearchMistake(int position, String what) {
    super(what);
    this.what = what + " at character " + (position + 1);
  }

  String what() {
    return what;
  }
}
