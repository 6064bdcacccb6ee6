package dev.chesterton.review;

import dev.chesterton.change.Change;
import dev.chesterton.change.Citation;
import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.Hunk;
import dev.chesterton.change.Trailer;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageId;
import dev.chesterton.mail.SentDate;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Subject;
import dev.chesterton.source.Problem;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A mail as JSON. The names of the fields are described in docs/json.md and do not change; fields are only added. */
public final class PostingJson {

  /** Version of the shape. */
  public static final int SCHEMA = 1;

  private PostingJson() {}

  /**
   * Writes the fields of one mail.
   *
   * @param cover Message-ID of the cover letter, where one is known
   * @param problems what was odd when the mail was read
   */
  public static void write(JsonWriter json, Posting posting, Optional<MessageId> cover,
      List<Problem> problems) {
    Message message = posting.message();
    json.number("schema", SCHEMA).text("kind", kind(posting));
    json.text("message_id", message.id().value());
    json.text("subject", message.subject()).text("title", posting.subject().title());
    json.object("author", inner -> mailbox(inner, author(posting)));
    json.object("sender", inner -> mailbox(inner, message.author()));
    json.text("date", date(message.date()))
        .text("date_source", message.date().source().name().toLowerCase(Locale.ROOT));
    json.texts("in_reply_to", ids(message.inReplyTo()))
        .texts("references", ids(message.references()));
    json.texts("lists", message.listIds());
    json.object("series", inner -> series(inner, posting, cover));
    json.array("trailers", trailers(posting), PostingJson::trailer);
    citations(json, posting.citations());
    json.array("quotes", posting.quotes(),
        (inner, quote) -> inner.number("from_line", quote.fromLine())
            .number("to_line", quote.toLine())
            .number("depth", quote.depth())
            .text("who", quote.who())
            .flag("guessed", quote.guessed()));
    change(json, change(posting));
    json.text("text", message.text());
    json.array("attachments", message.attachments(),
        (inner, part) -> inner.text("name", part.name())
            .text("media_type", part.mediaType())
            .number("bytes", part.bytes()));
    json.array("problems", problems, (inner, problem) -> inner.text("where", problem.where())
        .text("what", problem.what()));
  }

  private static String kind(Posting posting) {
    return switch (posting) {
      case Posting.CoverLetter _ -> "cover_letter";
      case Posting.Patch _ -> "patch";
      case Posting.Reply _ -> "reply";
      case Posting.Letter _ -> "letter";
    };
  }

  private static Mailbox author(Posting posting) {
    return posting instanceof Posting.Patch patch ? patch.author() : posting.message().author();
  }

  static void mailbox(JsonWriter json, Mailbox mailbox) {
    json.text("name", mailbox.name()).text("address", mailbox.address());
  }

  /** ISO 8601 with the sender's zone; empty where no date is known. */
  static Optional<String> date(SentDate date) {
    return Optional.of(date)
        .filter(known -> known.source() != SentDate.Source.NONE)
        .map(known -> known.at().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
  }

  private static List<String> ids(List<MessageId> ids) {
    return ids.stream().map(MessageId::value).toList();
  }

  private static void series(JsonWriter json, Posting posting, Optional<MessageId> cover) {
    Subject subject = posting.subject();
    json.number("version", subject.version());
    json.number("position", subject.place().map(Subject.Place::number));
    json.number("total", subject.place().map(Subject.Place::total));
    json.text("cover", cover.map(MessageId::value));
    json.texts("tags", subject.tags());
  }

  private static List<Trailer> trailers(Posting posting) {
    return switch (posting) {
      case Posting.CoverLetter cover -> cover.trailers();
      case Posting.Patch patch -> patch.trailers();
      case Posting.Reply reply -> reply.trailers();
      case Posting.Letter letter -> letter.trailers();
    };
  }

  static void trailer(JsonWriter json, Trailer trailer) {
    json.text("key", trailer.key()).text("value", trailer.value()).number("line", trailer.line());
  }

  private static void citations(JsonWriter json, List<Citation> citations) {
    json.array("citations", citations.stream().filter(PostingJson::isCommitOrMail).toList(),
        PostingJson::citation);
    json.array("tests", of(citations, Citation.OfTest.class),
        (inner, test) -> inner.text("name", test.name())
            .number("line", test.line()));
    json.array("bugs", of(citations, Citation.OfBug.class),
        (inner, bug) -> inner.text("id", bug.id()).number("line", bug.line()));
    json.array("traces", of(citations, Citation.OfTrace.class),
        (inner, trace) -> inner.text("function", trace
            .function()).number("line", trace.line()));
  }

  private static boolean isCommitOrMail(Citation citation) {
    return citation instanceof Citation.OfCommit || citation instanceof Citation.OfMail;
  }

  private static <T extends Citation> List<T> of(List<Citation> citations, Class<T> type) {
    return citations.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static void citation(JsonWriter json, Citation citation) {
    switch (citation) {
      case Citation.OfCommit commit -> json.text("type", "commit")
          .text("id", commit.hex())
          .text("title", commit.title())
          .text("form", commit.form().name().toLowerCase(Locale.ROOT));
      case Citation.OfMail mail -> json.text("type", "mail")
          .text("id", mail.messageId())
          .text("list", mail.list())
          .text("form", mail.form().name().toLowerCase(Locale.ROOT))
          .flag("masked", mail.masked());
      case Citation.OfTest test -> json.text("type", "test").text("id", test.name());
      case Citation.OfBug bug -> json.text("type", "bug").text("id", bug.id());
      case Citation.OfTrace trace -> json.text("type", "trace").text("id", trace.function());
    }
    json.number("line", citation.line());
  }

  private static Change change(Posting posting) {
    return switch (posting) {
      case Posting.Patch patch -> patch.change();
      case Posting.Reply reply -> reply.change();
      case Posting.CoverLetter _,Posting.Letter _ -> Change.NONE;
    };
  }

  /** Files with their counts, then the hunks of all files in order. */
  public static void change(JsonWriter json, Change change) {
    json.array("files", change.files(), (inner, file) -> inner.text("path", file.newPath().value())
        .text("old_path", file.oldPath().value())
        .text("kind", file.kind().name().toLowerCase(Locale.ROOT))
        .flag("binary", file.binary())
        .number("added", file.added().count())
        .number("removed", file.removed().count()));
    List<PlacedHunk> hunks = change.files()
        .stream()
        .flatMap(file -> file.hunks().stream().map(hunk -> new PlacedHunk(file, hunk)))
        .toList();
    json.array("hunks", hunks, PostingJson::hunk);
  }

  private record PlacedHunk(FileChange file, Hunk hunk) {}

  private static void hunk(JsonWriter json, PlacedHunk placed) {
    Hunk hunk = placed.hunk();
    json.text("path", placed.file().newPath().value())
        .number("old_start", hunk.oldStart())
        .number("old_count", hunk.oldCount())
        .number("new_start", hunk.newStart())
        .number("new_count", hunk.newCount())
        .text("section", hunk.section())
        .texts("lines", hunk.lines().stream().map(DiffLine::signed).toList());
  }
}
