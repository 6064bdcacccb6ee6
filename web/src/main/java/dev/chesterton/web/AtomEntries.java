package dev.chesterton.web;

import dev.chesterton.index.Head;
import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.FlaggedPatch;
import dev.chesterton.web.AtomFeed.Entry;
import dev.chesterton.web.view.Address;

/** Mails, commits and flagged patches as entries of a feed. */
final class AtomEntries {
  /** Longest text of an entry, in characters: feeds are fetched again and again. */
  static final int MAX_CHARS = 16_384;

  private final SiteAddress site;

  AtomEntries(SiteAddress site) {
    this.site = site;
  }

  /** A mail with its text. */
  Entry of(StoredMail mail) {
    Entry head = of(mail.head());
    return new Entry(head.id(), head.title(), head.author(), head.date(), head.address(),
        shortened(mail.posting().message().text()));
  }

  /** A mail or commit with its title alone. */
  Entry of(Head head) {
    return switch (head) {
      case Head.MailHead mail -> new Entry(id(mail.id()), title(mail), mail.author().display(),
          mail.instant(), site.of(Address.mail(mail)), "");
      case Head.CommitHead commit -> {
        String address = site.of(Address.commit(commit.id().hex()));
        yield new Entry(address, title(commit), commit.author().display(), commit.instant(),
            address, "");
      }
    };
  }

  /** A flagged patch with what is claimed of it. */
  Entry of(FlaggedPatch patch) {
    return new Entry(id(patch.head().id()), title(patch.head()), patch.head().author().display(),
        patch.head().instant(), site.of(Address.review(patch.head().id())),
        String.join("\n", patch.claims()));
  }

  /** As RFC 2392 writes the id of a mail as an address. */
  private static String id(MessageId id) {
    return "mid:" + Address.segment(id.value());
  }

  /** A reader shows nothing to click on where there is no title. */
  private static String title(Head head) {
    return head.title().isBlank() ? "(no subject)" : head.title();
  }

  private static String shortened(String text) {
    return text.length() <= MAX_CHARS ? text
        : text.substring(0, MAX_CHARS) + "\n[" + (text.length() - MAX_CHARS)
            + " characters more are in the mail]\n";
  }
}
