package dev.chesterton.link;

import dev.chesterton.change.Citation;
import dev.chesterton.index.Head.MailHead;
import java.util.List;

/**
 * A mail that a text cites, and what the store has of it.
 *
 * @param found the mail, or several whose ids fit what an archive left of one; none where the store has no such mail
 */
public record CitedMail(Citation.OfMail citation, List<MailHead> found) {

  public CitedMail {
    found = List.copyOf(found);
  }

  /** What the citation leads to. */
  public enum State {
    FOUND("found"), MISSING("cited here, not in the store"), AMBIGUOUS("several mails fit");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** Several are as good as none: which is meant would be a guess. */
  public State state() {
    return switch (found.size()) {
      case 0 -> State.MISSING;
      case 1 -> State.FOUND;
      default -> State.AMBIGUOUS;
    };
  }
}
