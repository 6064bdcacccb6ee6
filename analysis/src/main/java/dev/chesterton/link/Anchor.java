package dev.chesterton.link;

import dev.chesterton.history.CommitId;
import dev.chesterton.index.Head;
import dev.chesterton.index.Index;
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

  /** A mail or commit of the store, or a commit of a tree at hand. */
  sealed interface Stored extends Anchor {
    Head head();

    @Override
    default String key() {
      return head().key();
    }

    @Override
    default String title() {
      return head().title();
    }

    @Override
    default Optional<Instant> instant() {
      return Optional.of(head().instant());
    }
  }

  record OfMail(Head.MailHead head) implements Stored {}

  record OfCommit(Head.CommitHead head) implements Stored {}

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

  /** A commit of a tree, with what the store has of it. */
  static Anchor of(CommitId id, Index index) {
    return index.commits(id.hex(), 1)
        .stream()
        .findFirst()
        .<Anchor>map(OfCommit::new)
        .orElseGet(() -> new OfUnknownCommit(id.hex(), ""));
  }

  static Anchor of(Head head) {
    return switch (head) {
      case Head.MailHead mail -> new OfMail(mail);
      case Head.CommitHead commit -> new OfCommit(commit);
    };
  }
}
