package dev.chesterton.review;

import dev.chesterton.change.Citation;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Excerpt;
import java.util.List;

/**
 * What a patch says of a commit, and whether the citation is right. The verdict is on the citation alone; a conclusion is
 * only ever answered by others.
 *
 * @param citation as written
 * @param words the line it stands on
 * @param commit as found
 * @param answers replies that quote the line, with what they say below it
 */
public record Claim(Citation.OfCommit citation, Excerpt words, Verdict verdict, Anchor commit,
    List<Excerpt> answers) {

  public Claim {
    answers = List.copyOf(answers);
  }

  /** What can be said of a citation. */
  public enum Verdict {
    CORRECT("citation correct"),
    NO_TITLE("commit exists, no title cited"),
    TITLE_DIFFERS("title differs"),
    AMBIGUOUS("ambiguous id"),
    UNKNOWN("id unknown in the trees at hand"),
    NO_TREE("no tree configured");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
