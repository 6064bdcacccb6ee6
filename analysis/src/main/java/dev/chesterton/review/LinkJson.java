package dev.chesterton.review;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Link;
import java.time.format.DateTimeFormatter;

/** Ends of links, links and quoted words as JSON; docs/json.md describes the fields. */
final class LinkJson {
  private LinkJson() {}

  /** The far end of a link, and why. */
  static void to(JsonWriter json, Link link) {
    anchor(json, link.to());
    because(json, link);
  }

  /** The near end of a link, and why. */
  static void from(JsonWriter json, Link link) {
    anchor(json, link.from());
    because(json, link);
  }

  private static void because(JsonWriter json, Link link) {
    json.text("confidence", link.confidence().word());
    json.texts("because", link.evidence().stream().map(Evidence::because).toList());
  }

  static void evidence(JsonWriter json, Evidence evidence) {
    json.text("because", evidence.because()).text("confidence", evidence.confidence().word());
  }

  static void excerpt(JsonWriter json, Excerpt excerpt) {
    anchor(json, excerpt.source());
    json.number("line", excerpt.line()).text("words", excerpt.words());
  }

  static void anchor(JsonWriter json, Anchor anchor) {
    switch (anchor) {
      case Anchor.OfMail found -> mail(json, found.head());
      case Anchor.OfCommit found -> json.text("type", "commit")
          .text("id", found.key())
          .text("title", found.title())
          .text("known", "in a tree")
          .object("author", inner -> PostingJson.mailbox(inner, found.head().author()))
          .text("date", found.head().committed().toString());
      case Anchor.OfUnknownCommit found -> json.text("type", "commit")
          .text("id", found.key())
          .text("title", found.title())
          .text("known", "from citations only");
    }
  }

  static void mail(JsonWriter json, MailHead head) {
    json.text("type", "mail")
        .text("message_id", head.id().value())
        .text("subject", head.title())
        .object("author", inner -> PostingJson.mailbox(inner, head.author()))
        .text("date", head.sent().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
  }
}
