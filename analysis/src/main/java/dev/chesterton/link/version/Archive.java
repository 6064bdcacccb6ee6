package dev.chesterton.link.version;

import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where versions are looked for: a store, or the mails at hand. */
interface Archive {

  /** Who sent a patch or cover letter; empty for other mails. */
  Optional<Mailbox> sender(MessageId id);

  /** Whether the text of a mail holds an id. */
  boolean names(MessageId mail, MessageId named);

  /** Patches, cover letters and letters that hang together with this one: what a series may be gathered from. */
  List<Posting> sent(MessageId id);

  /** All mails that hang together with this one, replies too; itself alone where nothing does. */
  List<Posting> thread(MessageId id);

  /** Patches and cover letters that may be of another version of this one, the likeliest first. */
  Set<MessageId> candidates(Sending sending);

  /** How much it says that two patches share a line. */
  double weight(long lineKey);
}
