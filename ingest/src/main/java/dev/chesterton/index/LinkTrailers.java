package dev.chesterton.index;

import dev.chesterton.change.Citation;
import dev.chesterton.change.Citations;
import dev.chesterton.mail.MessageId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The mails that a log names in lines of their own: {@code Link:} (Documentation/process/submitting-patches.rst) and
 * {@code Message-Id:}, which {@code git am --message-id} writes. A mail named in running text is one the author speaks of.
 */
final class LinkTrailers {
  private static final Pattern TRAILER = Pattern.compile("^(Link|Message-Id): ",
      Pattern.CASE_INSENSITIVE);

  private LinkTrailers() {}

  /** Each once, in the order of the text; ids that an archive has masked lead nowhere. */
  static List<MessageId> in(String log) {
    List<String> lines = List.of(log.split("\n", -1));
    return Citations.of(log)
        .stream()
        .filter(citation -> TRAILER.matcher(lines.get(citation.line() - 1)).find())
        .filter(Citation.OfMail.class::isInstance)
        .map(Citation.OfMail.class::cast)
        .filter(mail -> !mail.masked())
        .map(Citation.OfMail::messageId)
        .distinct()
        .map(MessageId::new)
        .toList();
  }
}
