package dev.chesterton.review;

import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Severity;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Records.Entry;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A flagged patch as JSON: in a list, and as the record that is kept of it. */
public final class FlaggedJson {
  private FlaggedJson() {}

  /** The fields docs/json.md names. */
  public static void write(JsonWriter json, FlaggedPatch patch) {
    HeadJson.write(json, patch.head());
    json.text("severity", patch.severity().word())
        .texts("rules", patch.rules())
        .texts("evidence", patch.kinds().stream().map(EvidenceKind::word).toList())
        .number("reasons", patch.reasons())
        .texts("claims", patch.claims())
        .text("last_mail", patch.lastMail().toString());
  }

  static Entry record(FlaggedPatch patch) {
    return new Entry(patch.head().key(), patch.head().instant(), JsonWriter.object(json -> {
      write(json, patch);
      json.text("content_hash", patch.head().contentHash());
    }));
  }

  /** Empty where a field is missing: another version wrote it. */
  static Optional<FlaggedPatch> patch(Entry record) {
    return JsonObject.read(record.text()).flatMap(FlaggedJson::patch);
  }

  private static Optional<FlaggedPatch> patch(JsonObject json) {
    Optional<MailHead> head = head(json);
    Optional<Severity> severity = json.text("severity").flatMap(FlaggedJson::severity);
    Optional<Instant> lastMail = json.instant("last_mail");
    if (head.isEmpty() || severity.isEmpty() || lastMail.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new FlaggedPatch(head.get(), severity.get(), json.texts("rules"),
        kinds(json.texts("evidence")), Math.toIntExact(json.number("reasons").orElse(0L)),
        json.texts("claims"), lastMail.get()));
  }

  private static Optional<MailHead> head(JsonObject json) {
    Optional<MessageId> id = json.text("message_id").map(MessageId::new);
    Optional<OffsetDateTime> sent = json.text("date").flatMap(FlaggedJson::date);
    Optional<Mailbox> author = json.object("author").map(FlaggedJson::mailbox);
    if (id.isEmpty() || sent.isEmpty() || author.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new MailHead(id.get(), json.text("content_hash").orElse(""), MailKind.PATCH,
        json.text("subject").orElse(""), author.get(), sent.get(), json.texts("lists")));
  }

  private static Mailbox mailbox(JsonObject json) {
    return new Mailbox(json.text("name").orElse(""), json.text("address").orElse(""));
  }

  private static Optional<Severity> severity(String word) {
    return Stream.of(Severity.values()).filter(known -> known.word().equals(word)).findFirst();
  }

  private static List<EvidenceKind> kinds(List<String> words) {
    return words.stream()
        .flatMap(word -> Stream.of(EvidenceKind.values()).filter(kind -> kind.word().equals(word)))
        .toList();
  }

  private static Optional<OffsetDateTime> date(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
