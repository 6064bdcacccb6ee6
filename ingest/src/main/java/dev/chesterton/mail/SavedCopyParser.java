package dev.chesterton.mail;

import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the text of a mail's page in a web archive, as people paste it: title, {@code From:} and {@code Date:} in words,
 * body; or no head at all. Such copies have masked addresses, and quote marks that may be lost; few have ids.
 */
final class SavedCopyParser {
  private static final Set<String> FIELDS = Set.of("From: ", "Date: ", "Subject: ", "Message-ID: ",
      "In-Reply-To: ", "References: ");
  private static final int MAX_HEAD_LINES = 20;
  private static final int MAX_HEAD_LINE_CHARS = 1_000;
  /** lkml.iu.edu, whose pages are meant, writes EST in summer, too, and then means daylight time. */
  private static final ZoneId EASTERN = ZoneId.of("America/New_York");

  private final List<String> lines;
  private final ReadLimits limits;
  private final ProblemList problems;

  SavedCopyParser(RawMail raw, ReadLimits limits, ProblemList problems) {
    byte[] bytes = raw.bytes();
    this.lines = PlainLines.of(TextDecoder.utf8OrLatin1(bytes, 0, bytes.length)).lines().toList();
    this.limits = limits;
    this.problems = problems;
  }

  Message message() {
    int head = headLines();
    List<MessageId> ids = MessageIds.of(field("Message-ID: ", head).stream().toList());
    if (ids.isEmpty()) {
      problems
          .add("saved copy of an archive's page: no Message-ID, so one was made from the content");
    }
    String body = body(head);
    boolean flattened = FlattenedText.isFlattened(body);
    String text = flattened ? FlattenedText.unfold(body) : body;
    if (flattened) {
      problems.add("the mail was flattened to one line; lines and quote depth are a guess");
    }
    if (text.contains("@xxx")) {
      problems.add("addresses are masked by the archive");
    }
    String subject = subject(head);
    Mailbox author = author(head, text);
    SentDate date = date(head);
    String hash = new ContentHash().savedCopy(List.of(subject, author.toString(),
        date.instant().toString(), text));
    return new Message(ids.isEmpty() ? MessageId.ofContent(hash) : ids.getFirst(), List.of(),
        subject, author, List.of(), List.of(), date,
        MessageIds.of(field("In-Reply-To: ", head).stream().toList()),
        MessageIds.of(field("References: ", head).stream().toList()), List.of(), "", text,
        List.of(), hash, flattened);
  }

  /** How many lines are the head: up to the last of its fields; 0 without one. */
  private int headLines() {
    int end = 0;
    for (int i = 0; i < Math.min(lines.size(), MAX_HEAD_LINES); i++) {
      String line = lines.get(i);
      if (line.startsWith(">") || line.endsWith(" wrote:")) {
        break;
      }
      if (FIELDS.stream().anyMatch(line::startsWith)) {
        end = i + 1;
      }
    }
    return end;
  }

  private String body(int head) {
    int start = head;
    while (start < lines.size() && lines.get(start).isBlank()) {
      start++;
    }
    String body = String.join("\n", lines.subList(start, lines.size())).stripTrailing() + "\n";
    if (body.length() > limits.maxTextChars()) {
      problems.add("text cut at " + limits.maxTextChars() + " characters");
    }
    return PlainLines.of(body.substring(0, Math.min(body.length(), limits.maxTextChars())));
  }

  /** The first line of the page is the title. */
  private String subject(int head) {
    return field("Subject: ", head)
        .or(() -> headLines(head)
            .filter(line -> !line.isBlank())
            .findFirst()
            .filter(line -> FIELDS.stream().noneMatch(line::startsWith)))
        .map(EncodedWords::decode)
        .orElse("");
  }

  private Mailbox author(int head, String text) {
    Optional<Mailbox> named = field("From: ", head)
        .flatMap(value -> Mailboxes.of(value).stream().findFirst());
    return named.or(() -> signature(text)).orElseGet(() -> {
      problems.add("no author");
      return Mailbox.UNKNOWN;
    });
  }

  /** Name, and address if there is one, below the last {@code --}. */
  private Optional<Mailbox> signature(String text) {
    List<String> all = text.lines().toList();
    int dashes = Math.max(all.lastIndexOf("-- "), all.lastIndexOf("--"));
    if (dashes < 0 || dashes + 1 >= all.size()) {
      return Optional.empty();
    }
    problems.add("the author is guessed from the signature");
    String address = dashes + 2 < all.size() && all.get(dashes + 2).contains("@")
        ? all.get(dashes + 2).strip()
        : "";
    return Optional.of(new Mailbox(EncodedWords.decode(all.get(dashes + 1)),
        EncodedWords.decode(address)));
  }

  private SentDate date(int head) {
    Optional<String> written = field("Date: ", head);
    Optional<OffsetDateTime> parsed = written
        .flatMap(text -> DateText.parse(text, "Date", problems));
    if (written.isEmpty() || parsed.isEmpty()) {
      problems.add("the mail has no date");
      return SentDate.NONE;
    }
    problems.add("time and zone of the date are those of the archive, not of the sender");
    boolean eastern = written.get().endsWith("EST") || written.get().endsWith("EDT");
    OffsetDateTime at = eastern
        ? parsed.get().toLocalDateTime().atZone(EASTERN).toOffsetDateTime()
        : parsed.get();
    return new SentDate(at, SentDate.Source.ARCHIVE);
  }

  private Optional<String> field(String start, int head) {
    return headLines(head)
        .filter(line -> line.startsWith(start))
        .findFirst()
        .map(line -> line.substring(start.length()).strip());
  }

  private Stream<String> headLines(int count) {
    return lines.stream()
        .limit(count)
        .map(line -> line.substring(0, Math.min(line.length(), MAX_HEAD_LINE_CHARS)));
  }
}
