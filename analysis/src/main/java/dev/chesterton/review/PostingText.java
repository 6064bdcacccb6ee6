package dev.chesterton.review;

import dev.chesterton.change.Change;
import dev.chesterton.change.Citation;
import dev.chesterton.change.FileChange;
import dev.chesterton.mail.Message;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Problem;
import java.util.List;

/** A mail in words, for a terminal. */
public final class PostingText {
  private final StringBuilder text = new StringBuilder();

  private PostingText() {}

  /** Some lines, each ended by {@code \n}; whatever the mail holds is in it as it stands. */
  public static String of(Posting posting, List<Problem> problems) {
    PostingText text = new PostingText();
    text.write(posting, problems);
    return text.text.toString();
  }

  private void write(Posting posting, List<Problem> problems) {
    Message message = posting.message();
    line("Message-ID", message.id().value());
    line("Subject", message.subject());
    line("From", message.author().toString());
    line("Date", PostingJson.date(message.date()).orElse("unknown"));
    line("Kind", kind(posting));
    posting.citations()
        .forEach(citation -> line("Cites", citation.line() + ": " + words(citation)));
    change(posting).files().forEach(file -> line("File", words(file)));
    problems.forEach(problem -> line("Problem", problem.toString()));
    text.append('\n');
  }

  private void line(String key, String value) {
    text.append("%-11s %s".formatted(key + ":", value).stripTrailing()).append('\n');
  }

  private static String kind(Posting posting) {
    String place = posting.subject()
        .place()
        .map(at -> " %d of %d".formatted(at.number(), at.total()))
        .orElse("");
    return switch (posting) {
      case Posting.CoverLetter cover -> "cover letter, v" + cover.subject().version();
      case Posting.Patch patch -> "patch" + place + ", v" + patch.subject().version();
      case Posting.Reply _ -> "reply";
      case Posting.Letter _ -> "letter";
    };
  }

  private static String words(Citation citation) {
    return switch (citation) {
      case Citation.OfCommit commit -> "commit " + commit.hex() + commit.title()
          .map(title -> " (\"" + title + "\")")
          .orElse("");
      case Citation.OfMail mail -> "mail " + mail.messageId() + (mail.masked() ? " (masked)" : "");
      case Citation.OfTest test -> "test " + test.name();
      case Citation.OfBug bug -> "bug " + bug.id();
      case Citation.OfTrace trace -> "trace " + trace.function() + "()";
    };
  }

  private static Change change(Posting posting) {
    return switch (posting) {
      case Posting.Patch patch -> patch.change();
      case Posting.Reply reply -> reply.change();
      case Posting.CoverLetter _,Posting.Letter _ -> Change.NONE;
    };
  }

  private static String words(FileChange file) {
    return "%s +%d -%d".formatted(file.newPath(), file.added().count(), file.removed().count());
  }
}
