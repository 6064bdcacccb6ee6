package dev.chesterton.index;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.mail.MessageId;
import java.util.List;

/**
 * A mail of a thread with the headers that tie it there.
 *
 * @param references oldest first
 */
public record ThreadMember(MailHead head, List<MessageId> inReplyTo, List<MessageId> references) {
  public ThreadMember {
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
  }
}
