package dev.chesterton.patch;

import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageId;
import dev.chesterton.mail.SentDate;
import dev.chesterton.source.ReadLimits;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** Messages for tests, each a copy of a plain one with something changed. */
record Mails(String id, String subject, String from, long minute, List<MessageId> inReplyTo,
    String text) {

  private static final OffsetDateTime NOON = OffsetDateTime.parse("2022-06-24T12:00:00Z");

  static Mails mail(String subject) {
    return new Mails("1@b.example", subject, "ann@b.example", 0, List.of(), "");
  }

  Mails id(String other) {
    return new Mails(other, subject, from, minute, inReplyTo, text);
  }

  Mails from(String other) {
    return new Mails(id, subject, other, minute, inReplyTo, text);
  }

  /** Minutes after noon. */
  Mails minute(long other) {
    return new Mails(id, subject, from, other, inReplyTo, text);
  }

  Mails answering(String parent) {
    return new Mails(id, subject, from, minute, List.of(new MessageId(parent)), text);
  }

  Mails text(String other) {
    return new Mails(id, subject, from, minute, inReplyTo, other);
  }

  Message message() {
    return new Message(new MessageId(id), List.of(), subject, new Mailbox("Ann", from), List.of(),
        List.of(), new SentDate(NOON.plus(Duration.ofMinutes(minute)), SentDate.Source.DATE_HEADER),
        inReplyTo, inReplyTo, List.of(), "", text, List.of(), id);
  }

  Posting posting() {
    return PatchParser.parse(message(), ReadLimits.DEFAULT).value();
  }
}
