package dev.chesterton.link;

import dev.chesterton.index.Head.MailHead;

/** How a posting ended, as far as the mails and commits at hand tell. */
public sealed interface Outcome {

  /** One word for lists. */
  String word();

  /** One sentence for the page, without a full stop. */
  String because();

  /**
   * It, or a version of it, is in a tree.
   *
   * @param commit which, with what ties them
   */
  record Applied(Link commit) implements Outcome {
    @Override
    public String word() {
      return "applied";
    }

    @Override
    public String because() {
      return "applied as " + commit.from().key() + " (\"" + commit.from().title() + "\")";
    }
  }

  /** Its author sent another version. */
  record Superseded(MailHead by) implements Outcome {
    @Override
    public String word() {
      return "superseded";
    }

    @Override
    public String because() {
      return "superseded by \"" + by.title() + "\"";
    }
  }

  /**
   * Somebody said no.
   *
   * @param words in which
   */
  record Refused(Excerpt words) implements Outcome {
    @Override
    public String word() {
      return "refused";
    }

    @Override
    public String because() {
      return "refused: " + words.words();
    }
  }

  /**
   * It was talked about, and nothing tells how that ended.
   *
   * @param answers how many
   */
  record Discussed(int answers) implements Outcome {
    @Override
    public String word() {
      return "discussed";
    }

    @Override
    public String because() {
      return answers == 1 ? "one answer, and nothing after it"
          : answers + " answers, and nothing after them";
    }
  }

  /** Nobody answered. */
  record Unanswered() implements Outcome {
    @Override
    public String word() {
      return "unanswered";
    }

    @Override
    public String because() {
      return "no answer";
    }
  }
}
