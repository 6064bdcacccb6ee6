package dev.chesterton.thread;

import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageId;
import java.time.Instant;
import java.util.List;

/**
 * What threading needs to know of one mail.
 *
 * @param inReplyTo in the order of the header
 * @param references oldest first
 * @param date orders siblings and settles contradictions
 * @param contentHash tells two mails with one id apart; equal id and hash are one mail that came
 *     twice
 * @param payload whatever the caller wants back
 */
public record ThreadEntry<T>(MessageId id, List<MessageId> otherIds, List<MessageId> inReplyTo,
    List<MessageId> references, Instant date, String contentHash, T payload) {

  public ThreadEntry {
    otherIds = List.copyOf(otherIds);
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
  }

  /** The whole message as payload. */
  public static ThreadEntry<Message> of(Message message) {
    return new ThreadEntry<>(message.id(), message.otherIds(), message.inReplyTo(),
        message.references(), message.date().instant(), message.contentHash(), message);
  }
}
