package dev.chesterton.mail;

import java.util.List;

/**
 * One mail, decoded.
 *
 * @param id the first Message-ID of the header, or one made from the content where there is none
 * @param otherIds further Message-IDs of the header
 * @param subject decoded, unfolded, as written otherwise
 * @param author first mailbox of {@code From:}
 * @param to decoded {@code To:}
 * @param cc decoded {@code Cc:}
 * @param inReplyTo ids of {@code In-Reply-To:}, in order
 * @param references ids of {@code References:}, oldest first
 * @param listIds what stands between {@code <>} in each {@code List-Id:}
 * @param changeId of {@code Change-ID:} or {@code X-Change-ID:}, else of b4's line {@code change-id:} in the text; empty
 *     where absent
 * @param text all text parts as the reader sees them, then attached diffs; lines end with {@code \n} and with nothing
 *     else, so split there; flowed paragraphs are joined except within a diff, HTML is turned to text only where no
 *     plain text stands beside it
 * @param attachments parts not shown as text
 * @param contentHash 64 hex digits over what public-inbox calls the content: the same mail through two lists has the
 *     same, another mail that reuses the id has another
 * @param marksGuessed the quote marks in the text were put there by us, after a copy that had lost its lines
 */
public record Message(MessageId id, List<MessageId> otherIds, String subject, Mailbox author,
    List<Mailbox> to, List<Mailbox> cc, SentDate date, List<MessageId> inReplyTo,
    List<MessageId> references, List<String> listIds, String changeId, String text,
    List<Attachment> attachments, String contentHash, boolean marksGuessed) {

  public Message {
    otherIds = List.copyOf(otherIds);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
    listIds = List.copyOf(listIds);
    attachments = List.copyOf(attachments);
  }

  /** The lines of the text, as every 1-based line number in this house counts them; a last line end opens no line. */
  public List<String> lines() {
    return linesOf(text);
  }

  static List<String> linesOf(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    return text.isEmpty() || text.endsWith("\n") ? lines.subList(0, lines.size() - 1) : lines;
  }

  /** A mail as it was sent: its quote marks are its own. */
  public Message(MessageId id, List<MessageId> otherIds, String subject, Mailbox author,
      List<Mailbox> to, List<Mailbox> cc, SentDate date, List<MessageId> inReplyTo,
      List<MessageId> references, List<String> listIds, String changeId, String text,
      List<Attachment> attachments, String contentHash) {
    this(id, otherIds, subject, author, to, cc, date, inReplyTo, references, listIds, changeId,
        text, attachments, contentHash, false);
  }

  /**
   * A part that is not shown.
   *
   * @param name as the sender gave it, decoded, never used as a path; may be empty
   * @param bytes size after transfer decoding
   */
  public record Attachment(String name, String mediaType, long bytes) {}
}
