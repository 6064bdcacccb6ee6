package dev.chesterton.link;

import dev.chesterton.index.Head;
import java.time.Instant;
import java.util.Optional;

/** An end of a link: a mail, a commit, or a commit of which only citations are known. */
public sealed interface Anchor {

  /** Message-ID or commit id, as far as known. */
  String key();

  /** Subject or title; empty where it is not known. */
  String title();

  /** When it was sent or committed, where that is known. */
  Optional<Instant> instant();

  record OfMail(Head.MailHead head) implements Anchor {
    @Override
    public String key() {
      return head.key();
    }

    @Override
    public String title() {
      return head.title();
    }

    @Override
    public Optional<Instant> instant() {
      return Optional.of(head.instant());
    }
  }

  record OfCommit(Head.CommitHead head) implements Anchor {
    @Override
    public String key() {
      return head.key();
    }

    @Override
    public String title() {
      return head.title();
    }

    @Override
    public Optional<Instant> instant() {
      return Optional.of(head.instant());
    }
  }

  /**
   * A commit that no tree at hand has.
   *
   * @param hex the longest form in which it is cited
   * @param title as those who cite it give it; empty where nobody does
   */
  record OfUnknownCommit(String hex, String title) implements Anchor {
    @Override
    public String key() {
      return hex;
    }

    @Override
    public Optional<Instant> instant() {
      return Optional.empty();
    }
  }

  static Anchor of(Head head) {
    return switch (head) {
      case Head.MailHead mail -> new OfMail(mail);
      case Head.CommitHead commit -> new OfCommit(commit);
    };
  }
}
