package dev.chesterton.finding;

import dev.chesterton.change.Citation;
import dev.chesterton.history.CommitId;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.CitedCommit;
import dev.chesterton.link.Excerpt;
import java.util.List;
import java.util.Optional;

/**
 * What a patch says of a commit, and whether the citation is right. The verdict is on the citation alone; a conclusion is
 * only ever answered by others.
 *
 * @param citation as written
 * @param words the line it stands on
 * @param commit as found; of {@link Verdict#OTHER_ID} the one that has the title
 * @param answers replies that quote the line, with what they say below it
 */
public record Claim(Citation.OfCommit citation, Excerpt words, Verdict verdict, Anchor commit,
    List<Excerpt> answers) {

  public Claim {
    answers = List.copyOf(answers);
  }

  /** The same with another verdict. */
  public Claim with(Verdict other) {
    return new Claim(citation, words, other, commit, answers);
  }

  /** The id of the commit as kernel people write it. */
  public String abbreviated() {
    return CommitId.abbreviated(commit.key());
  }

  /**
   * What can be said of a citation. That others differ is said where no tree has the commit, at least two senders cite it
   * in a {@code Fixes:}, and all of them give it one title that is not near the one cited.
   */
  public enum Verdict {
    CORRECT("citation correct"),
    NO_TITLE("commit exists, no title cited"),
    NOT_IN_BASE("commit exists, not in the base that the series names"),
    TITLE_DIFFERS("title differs"),
    AMBIGUOUS("ambiguous id"),
    UNKNOWN("id unknown in the trees at hand"),
    OTHER_ID("id unknown in the trees at hand, where another commit has the title"),
    OTHERS_DIFFER("others cite the id with another title"),
    NO_TREE("no tree configured");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /**
     * What the trees at hand say of a citation.
     *
     * @param found what is known of the id
     * @param title cited with it
     * @param hasTrees whether any tree is at hand
     */
    public static Verdict of(Optional<CitedCommit> found, Optional<String> title,
        boolean hasTrees) {
      if (found.filter(CitedCommit::ambiguous).isPresent()) {
        return AMBIGUOUS;
      }
      if (found.isPresent() && found.get().commit() instanceof Anchor.OfCommit commit) {
        return title.map(cited -> cited.equals(commit.title()) ? CORRECT : TITLE_DIFFERS)
            .orElse(NO_TITLE);
      }
      return hasTrees ? UNKNOWN : NO_TREE;
    }
  }
}
