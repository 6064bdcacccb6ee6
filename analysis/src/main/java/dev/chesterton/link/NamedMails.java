package dev.chesterton.link;

import dev.chesterton.change.Citation;
import dev.chesterton.mail.MessageId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The mails that a text names. */
final class NamedMails {
  private NamedMails() {}

  /** Each once, in the order of the text; ids that an archive has masked lead nowhere. */
  static Stream<MessageId> in(List<Citation> citations, Predicate<Citation> wanted) {
    return citations.stream()
        .filter(wanted)
        .filter(Citation.OfMail.class::isInstance)
        .map(Citation.OfMail.class::cast)
        .filter(mail -> !mail.masked())
        .map(Citation.OfMail::messageId)
        .distinct()
        .map(MessageId::new);
  }
}
