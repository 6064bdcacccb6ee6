package dev.chesterton.index;

import dev.chesterton.history.CommitId;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** What a list shows of a mail or a commit, without opening it. */
public sealed interface Head {

  /** Subject of the mail, first line of the commit message. */
  String title();

  Mailbox author();

  /** When the mail was sent, when the commit was committed. */
  Instant instant();

  /** Message-ID or commit id: with it ties are broken, so that no order depends on chance. */
  String key();

  /**
   * A mail.
   *
   * @param contentHash tells apart mails that share an id
   * @param lists names of the lists that carried it, in alphabetical order
   */
  record MailHead(MessageId id, String contentHash, MailKind kind, String title, Mailbox author,
      OffsetDateTime sent, List<String> lists) implements Head {

    public MailHead {
      lists = List.copyOf(lists);
    }

    /** Of a mail that the store need not have. */
    public static MailHead of(Posting posting) {
      Message message = posting.message();
      return new MailHead(message.id(), message.contentHash(), MailKind.of(posting),
          message.subject(), message.author(), message.date().at(), List.of());
    }

    @Override
    public Instant instant() {
      return sent.toInstant();
    }

    @Override
    public String key() {
      return id.value();
    }
  }

  /** What part a mail plays, by {@link dev.chesterton.patch.Posting}. */
  enum MailKind {
    COVER_LETTER, PATCH, REPLY, LETTER;

    static MailKind of(Posting posting) {
      return switch (posting) {
        case Posting.CoverLetter _ -> COVER_LETTER;
        case Posting.Patch _ -> PATCH;
        case Posting.Reply _ -> REPLY;
        case Posting.Letter _ -> LETTER;
      };
    }
  }

  /**
   * A commit of a tree.
   *
   * @param trees names of the trees that hold it, in alphabetical order
   */
  record CommitHead(CommitId id, String title, Mailbox author, Instant authored, Instant committed,
      List<String> trees) implements Head {

    public CommitHead {
      trees = List.copyOf(trees);
    }

    @Override
    public Instant instant() {
      return committed;
    }

    @Override
    public String key() {
      return id.hex();
    }
  }
}
