package dev.chesterton.review.base;

import dev.chesterton.history.Commit;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Provenance;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Commits as the mails that {@code git format-patch} and {@code git send-email} would make of them: one series, from one
 * sender, sent at once. Reading them is the same as reading mail, so that a range and its mails are judged alike.
 */
public final class CommitMails {
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

  /** A line that would end the log or begin a diff; git indents nothing, and loses the rest. */
  private static final Pattern BREAK = Pattern
      .compile("(?m)^(?=---\\s*$|diff --git |Index: |--- )");

  private final Path repository;
  private final ReadLimits limits;

  /** @param repository named where a mail is said to come from */
  public CommitMails(Path repository, ReadLimits limits) {
    this.repository = repository;
    this.limits = limits;
  }

  /**
   * One posting for each commit, in the same order.
   *
   * @param commits with their changes, parents before children
   */
  public List<Posting> of(List<Commit> commits) {
    if (commits.isEmpty()) {
      return List.of();
    }
    Mailbox sender = commits.getLast().author();
    Instant sent = commits.stream()
        .map(Commit::committed)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
    return IntStream.range(0, commits.size())
        .mapToObj(at -> posting(commits.get(at), at + 1, commits.size(), sender, sent))
        .toList();
  }

  /** The Message-ID that stands for a commit here; nobody has sent such a mail. */
  public static MessageId id(Commit commit) {
    return new MessageId(commit.id().hex() + "@commit.invalid");
  }

  private Posting posting(Commit commit, int number, int total, Mailbox sender, Instant sent) {
    String text = head(commit, number, total, sender, sent) + body(commit, sender);
    RawMail mail = new RawMail(text.getBytes(StandardCharsets.UTF_8),
        new Provenance.InFile(repository, 0), RawMail.Form.MAIL);
    return PatchParser.read(mail, limits).value();
  }

  private static String head(Commit commit, int number, int total, Mailbox sender, Instant sent) {
    String place = total == 1 ? "[PATCH]"
        : "[PATCH %0" + String.valueOf(total).length() + "d/%d]";
    return "From: " + mailbox(sender) + "\n" + "Date: "
        + DateTimeFormatter.RFC_1123_DATE_TIME.format(sent.atOffset(ZoneOffset.UTC)) + "\n"
        + "Message-ID: <" + id(commit).value() + ">\n" + "Subject: "
        + place.formatted(number, total) + " " + plain(commit.title()) + "\n"
        + "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
        + "Content-Transfer-Encoding: 8bit\n\n";
  }

  private static String body(Commit commit, Mailbox sender) {
    String author = commit.author().equals(sender) ? ""
        : "From: " + mailbox(commit.author()) + "\n\n";
    String message = commit.message();
    int title = message.indexOf('\n');
    String log = title < 0 ? "" : message.substring(title + 1).strip();
    return author + BREAK.matcher(log).replaceAll(" ") + (log.isEmpty() ? "" : "\n") + "---\n\n"
        + commit.change().diff() + "-- \n";
  }

  private static String mailbox(Mailbox mailbox) {
    String name = plain(mailbox.name()).replace("\\", "").replace("\"", "");
    String address = plain(mailbox.address()).replaceAll("[<>\\s]", "");
    return "\"" + name + "\" <" + address + ">";
  }

  private static String plain(String text) {
    return CONTROLS.matcher(text).replaceAll(" ").strip();
  }
}
