package dev.chesterton.review;

import dev.chesterton.index.Head;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A mail or commit of a list as JSON. */
public final class HeadJson {
  private HeadJson() {}

  public static void write(JsonWriter json, Head head) {
    switch (head) {
      case Head.MailHead mail -> json.text("type", "mail")
          .text("message_id", mail.id().value())
          .text("kind", mail.kind().name().toLowerCase(Locale.ROOT))
          .text("subject", mail.title())
          .object("author", inner -> PostingJson.mailbox(inner, mail.author()))
          .text("date", mail.sent().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
          .texts("lists", mail.lists());
      case Head.CommitHead commit -> json.text("type", "commit")
          .text("id", commit.id().hex())
          .text("title", commit.title())
          .object("author", inner -> PostingJson.mailbox(inner, commit.author()))
          .text("date", commit.committed().toString())
          .texts("trees", commit.trees());
    }
  }
}
