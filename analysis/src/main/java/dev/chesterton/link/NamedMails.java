package dev.chesterton.link;

import dev.chesterton.change.Citation;
import dev.chesterton.change.MaskedId;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.MessageId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mails that a text names. */
final class NamedMails {

  /** Two fit, and it is ambiguous. */
  private static final int ENOUGH = 10;

  private final Index index;
  private final Instant until;

  /** @param until mails sent later are passed over; a text cannot name what was sent after it */
  NamedMails(Index index, Instant until) {
    this.index = index;
    this.until = until;
  }

  /** Each once, in the order of the text. */
  List<CitedMail> in(List<Citation> citations) {
    Map<String, CitedMail> each = new LinkedHashMap<>();
    for (Citation citation : citations) {
      if (citation instanceof Citation.OfMail mail) {
        each.computeIfAbsent(mail.messageId(), _ -> new CitedMail(mail, found(mail)));
      }
    }
    return List.copyOf(each.values());
  }

  private List<MailHead> found(Citation.OfMail mail) {
    if (!mail.masked()) {
      return index.mail(new MessageId(mail.messageId()))
          .map(StoredMail::head)
          .filter(head -> !head.instant().isAfter(until))
          .stream()
          .toList();
    }
    List<MailHead> fitting = MaskedId.of(mail)
        .map(masked -> index.masked(masked, until, ENOUGH))
        .orElse(List.of());
    List<MailHead> ofList = fitting.stream()
        .filter(head -> mail.list().filter(head.lists()::contains).isPresent())
        .toList();
    return ofList.isEmpty() ? fitting : ofList;
  }
}
