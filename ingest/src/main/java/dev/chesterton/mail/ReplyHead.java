package dev.chesterton.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.util.MimeUtil;

/**
 * The header of an answer to a mail: text/plain, to its author and all who had it. Sender and date are left to the mail
 * program that sends it.
 */
public final class ReplyHead {

  /** Recipients of one draft, as many as a page shows. */
  private static final int MOST_RECIPIENTS = 100;

  /** The first of a thread and the last ones keep it together (RFC 5322, 3.6.4 asks for all). */
  private static final int MOST_REFERENCES = 50;

  /** What can be an address without quoting; others are left out rather than guessed at. */
  private static final Pattern ADDRESS = Pattern
      .compile("[!#-'*+\\-./0-9=?A-Z^-~]+@[0-9A-Za-z.-]+");

  private static final Pattern ANSWER = Pattern.compile("(?i)^re: ?");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");
  private static final Pattern NO_ID = Pattern.compile("[\\s\\p{Cntrl}<>]");

  private ReplyHead() {}

  /** Lines end with {@code \n}; a line that goes on begins with a space; the last one is empty. */
  public static String of(Message to) {
    List<String> lines = new ArrayList<>();
    lines.add(recipients("To", List.of(to.author())));
    lines.add(recipients("Cc", Stream.concat(to.to().stream(), to.cc().stream())
        .filter(other -> !other.sameAddress(to.author()))
        .toList()));
    lines.add(folded("Subject: " + EncoderUtil.encodeIfNecessary(
        "Re: " + ANSWER.matcher(plain(to.subject())).replaceFirst(""),
        EncoderUtil.Usage.TEXT_TOKEN, "Subject: ".length())));
    lines.add("In-Reply-To: " + id(to.id()));
    lines.add("References: " + references(to).collect(Collectors.joining("\n ")));
    lines.add("MIME-Version: 1.0");
    lines.add("Content-Type: text/plain; charset=UTF-8");
    lines.add("Content-Transfer-Encoding: 8bit");
    return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"))
        + "\n\n";
  }

  private static String recipients(String name, List<Mailbox> mailboxes) {
    String joined = mailboxes.stream()
        .filter(mailbox -> ADDRESS.matcher(mailbox.address()).matches())
        .map(ReplyHead::mailbox)
        .distinct()
        .limit(MOST_RECIPIENTS)
        .collect(Collectors.joining(",\n "));
    return joined.isEmpty() ? "" : name + ": " + joined;
  }

  private static String mailbox(Mailbox mailbox) {
    String name = plain(mailbox.name());
    return name.isEmpty() ? mailbox.address()
        : EncoderUtil.encodeAddressDisplayName(name).replace("\r\n", "\n") + " <"
            + mailbox.address() + ">";
  }

  private static Stream<String> references(Message to) {
    List<MessageId> above = to.references().isEmpty() ? to.inReplyTo() : to.references();
    int from = Math.max(1, above.size() - MOST_REFERENCES);
    return Stream.of(above.stream().limit(1), above.stream().skip(from), Stream.of(to.id()))
        .flatMap(ids -> ids)
        .map(ReplyHead::id);
  }

  private static String id(MessageId id) {
    return "<" + NO_ID.matcher(id.value()).replaceAll("") + ">";
  }

  /** A decoded word may hold a line break, and what follows it would be a header of its own. */
  private static String plain(String text) {
    return CONTROLS.matcher(text).replaceAll(" ").strip();
  }

  private static String folded(String line) {
    return MimeUtil.fold(line, 0).replace("\r\n", "\n");
  }
}
