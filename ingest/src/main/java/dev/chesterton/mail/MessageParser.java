package dev.chesterton.mail;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes a message of raw mail. No bytes raise an exception; what was odd is in the problems. */
public final class MessageParser {
  private final RawMail raw;
  private final ReadLimits limits;
  private final ProblemList problems;
  private final Headers headers;
  private final ContentHash hash;

  private MessageParser(RawMail raw, ReadLimits limits, ProblemList problems) {
    this(raw, limits, problems, new ContentHash());
  }

  private MessageParser(RawMail raw, ReadLimits limits, ProblemList problems, ContentHash hash) {
    this.hash = hash;
    this.raw = raw;
    this.limits = limits;
    this.problems = problems;
    this.headers = Headers.of(new Slice(raw.bytes(), 0, raw.bytes().length), limits, problems);
  }

  /** The message, and what was odd about it; each problem names the place of the mail. */
  public static Parsed<Message> parse(RawMail raw, ReadLimits limits) {
    ProblemList problems = new ProblemList(raw);
    Message message = switch (raw.form()) {
      case MAIL -> new MessageParser(raw, limits, problems).message();
      case SAVED_COPY -> new SavedCopyParser(raw, limits, problems).message();
      case SAVED_PAGE -> ofPage(raw, limits, problems);
    };
    return new Parsed<>(message, problems.toList());
  }

  /**
   * As {@link #parse}, of a mail as it lies before it is sent: its content hash is a short one, fit for telling it from
   * those that are sent along.
   */
  public static Parsed<Message> parseDraft(RawMail raw, ReadLimits limits) {
    if (raw.form() != RawMail.Form.MAIL) {
      return parse(raw, limits);
    }
    ProblemList problems = new ProblemList(raw);
    Message message = new MessageParser(raw, limits, problems, ContentHash.ofDraft()).message();
    return new Parsed<>(message, problems.toList());
  }

  private static Message ofPage(RawMail raw, ReadLimits limits, ProblemList problems) {
    PageText page = PageText.of(TextDecoder.utf8OrLatin1(raw.bytes(), 0, raw.bytes().length));
    RawMail text = new RawMail(page.text().getBytes(StandardCharsets.UTF_8), raw.provenance(),
        page.whole() ? RawMail.Form.MAIL : RawMail.Form.SAVED_COPY);
    problems.add("read from an archive's page");
    return page.whole()
        ? new MessageParser(text, limits, problems).message()
        : new SavedCopyParser(text, limits, problems).message();
  }

  private Message message() {
    BodyText body = new BodyText(limits.maxTextChars(), problems);
    hash.headers(headers);
    for (MimePart part : MimeParts.of(raw.bytes(), headers, limits, problems)) {
      body.add(part, hash);
    }
    String contentHash = hash.hex();
    List<MessageId> ids = ids(contentHash);
    return new Message(ids.getFirst(), ids.subList(1, ids.size()), subject(), author(),
        mailboxes("to"), mailboxes("cc"),
        new SentDates(headers, raw.provenance(), problems).date(),
        MessageIds.of(headers.raw("in-reply-to")), references(), listIds(),
        changeId(body.text()), body.text(), body.attachments(), contentHash);
  }

  private List<MessageId> ids(String contentHash) {
    List<MessageId> ids = MessageIds.own(headers.raw("message-id"));
    if (ids.isEmpty()) {
      problems.add("no Message-ID; one was made from the content");
      return List.of(MessageId.ofContent(contentHash));
    }
    if (ids.size() > 1) {
      problems.add(ids.size() + " Message-IDs; the first counts, all are known");
    }
    return ids;
  }

  private String subject() {
    return headers.first("subject").orElse("");
  }

  private Mailbox author() {
    List<Mailbox> from = mailboxes("from");
    List<Mailbox> authors = from.isEmpty() ? mailboxes("sender") : from;
    if (authors.isEmpty()) {
      problems.add("no author");
      return Mailbox.UNKNOWN;
    }
    return authors.getFirst();
  }

  private List<Mailbox> mailboxes(String name) {
    List<Mailbox> mailboxes = new ArrayList<>();
    for (String value : headers.raw(name)) {
      mailboxes.addAll(Mailboxes.of(value));
    }
    return mailboxes;
  }

  /** Of a flood the last count: they stand nearest to the mail. */
  private List<MessageId> references() {
    List<MessageId> references = MessageIds.of(headers.raw("references"));
    int flood = references.size() - limits.maxReferences();
    if (flood > 0) {
      problems.add(
          references.size() + " references; only the last " + limits.maxReferences() + " count");
    }
    return references.subList(Math.max(flood, 0), references.size());
  }

  private List<String> listIds() {
    List<String> ids = headers.all("list-id");
    ids.replaceAll(MessageParser::betweenAngles);
    return ids;
  }

  private static String betweenAngles(String value) {
    int open = value.lastIndexOf('<');
    int close = value.indexOf('>', open + 1);
    return open < 0 || close < 0 ? value : value.substring(open + 1, close).strip();
  }

  /** b4 writes a header, and a line below the cover letter or the patch's "---". */
  private String changeId(String text) {
    return headers.first("change-id")
        .or(() -> headers.first("x-change-id"))
        .orElseGet(() -> lineBehind("\nchange-id: ", text));
  }

  private static String lineBehind(String key, String text) {
    int start = text.indexOf(key) + key.length();
    return start < key.length() ? "" : text.substring(start, text.indexOf('\n', start)).strip();
  }
}
