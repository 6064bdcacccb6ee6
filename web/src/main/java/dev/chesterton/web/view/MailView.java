package dev.chesterton.web.view;

import dev.chesterton.change.Trailer;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.SentDate;
import dev.chesterton.patch.Posting;
import dev.chesterton.review.Counted;
import dev.chesterton.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One mail.
 *
 * @param others mails that use the same id, by their content
 * @param review address of the review; empty where the mail carries no patch
 */
public record MailView(String title, Words subject, List<Header> headers, TextView text,
    List<Words> trailers, List<Words> attachments, List<Words> problems, List<Words> others,
    ReviewHead.Addresses addresses, String review) {

  private static final int MOST_RECIPIENTS = 100;

  /** A field of the header, decoded. */
  public record Header(String name, List<Words> values) {}

  /**
   * A mail with its links.
   *
   * @param quoted where the line stands that a line of the text repeats, by its 1-based number
   */
  public static MailView of(StoredMail mail, List<StoredMail> others, Map<Integer, String> quoted,
      MailLinks links) {
    Posting posting = mail.posting();
    Message message = posting.message();
    MailHead head = mail.head();
    return new MailView(Words.plain(message.subject()), Words.of(message.subject()),
        headers(head, message, links), TextWriter.of(posting, links, "", quoted).write(),
        trailers(posting), message.attachments().stream().map(MailView::attachment).toList(),
        mail.problems().stream().map(Problem::what).map(Words::of).toList(),
        others.stream().map(MailView::other).toList(),
        ReviewHead.Addresses.of(head, Address.mail(head)),
        posting instanceof Posting.Patch ? Address.review(head.id()) : "");
  }

  private static List<Header> headers(MailHead head, Message message, MailLinks links) {
    List<Header> headers = new ArrayList<>();
    headers.add(header("From", List.of(message.author())));
    headers.add(header("To", message.to()));
    headers.add(header("Cc", message.cc()));
    headers.add(new Header("Date", List.of(Words.of(date(message.date())))));
    headers.add(new Header("Message-ID", List.of(Words.of(message.id().value()))));
    headers.add(new Header("In-Reply-To", message.inReplyTo()
        .stream()
        .limit(MOST_RECIPIENTS)
        .map(id -> Words.of(id.value(), List.of(new Words.Span(0, id.value().length(),
            links.address(id).orElseGet(() -> Address.message(id))))))
        .toList()));
    headers.add(new Header("List", head.lists().stream().map(Words::of).toList()));
    return headers.stream().filter(header -> !header.values().isEmpty()).toList();
  }

  private static Header header(String name, List<Mailbox> mailboxes) {
    List<Words> shown = mailboxes.stream()
        .limit(MOST_RECIPIENTS)
        .map(mailbox -> Words.of(mailbox.toString()))
        .collect(Collectors.toCollection(ArrayList::new));
    int more = mailboxes.size() - shown.size();
    if (more > 0) {
      shown.add(Words.of("and " + more + " more, see the raw mail"));
    }
    return new Header(name, shown);
  }

  private static String date(SentDate date) {
    return switch (date.source()) {
      case DATE_HEADER -> Dates.minute(date.at());
      case RECEIVED_HEADER -> Dates.minute(date.at()) + " (from a Received header)";
      case ARCHIVE -> Dates.minute(date.at()) + " (when the archive took it in)";
      case NONE -> "no usable date";
    };
  }

  private static List<Words> trailers(Posting posting) {
    List<Trailer> trailers = switch (posting) {
      case Posting.CoverLetter cover -> cover.trailers();
      case Posting.Patch patch -> patch.trailers();
      case Posting.Reply reply -> reply.trailers();
      case Posting.Letter letter -> letter.trailers();
    };
    return trailers.stream()
        .map(trailer -> Words.of(trailer.key() + ": " + trailer.value()))
        .toList();
  }

  private static Words attachment(Message.Attachment part) {
    String name = part.name().isEmpty() ? "without a name" : part.name();
    return Words.of(name + ", " + part.mediaType() + ", " + Counted.of(part.bytes(), "byte"));
  }

  /** A mail that uses the id of another, in one line. */
  public static Words other(StoredMail other) {
    return Words.of("\"%s\" from %s, %s, content %s".formatted(other.head().title(),
        other.head().author().display(), Dates.minute(other.head().sent()),
        other.head().contentHash().substring(0, 12)));
  }
}
