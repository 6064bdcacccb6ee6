package dev.chesterton.link;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reviewer says below a line of a patch, and what became of it.
 *
 * @param words from its line on
 * @param place the line of the patch it stands below
 * @param quoted what is quoted right above, without marks
 * @param answer words that answer it; empty where nobody did
 */
public record Comment(Excerpt words, PatchLine place, List<String> quoted, Became became,
    Optional<Excerpt> answer) {

  public Comment {
    quoted = List.copyOf(quoted);
  }

  /** What became of a comment; what the next version does counts more than what was said. */
  public enum Became {
    /** The next version of the patch does not have the line any more. */
    CHANGED("line changed"),
    /** Somebody quotes it and writes below, and the line is the same. */
    ANSWERED("answered"),
    /** Neither. */
    NOTHING("nothing happened");

    private final String words;

    Became(String words) {
      this.words = words;
    }

    /** For JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String words() {
      return words;
    }
  }
}
