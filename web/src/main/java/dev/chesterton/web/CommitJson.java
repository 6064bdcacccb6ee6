package dev.chesterton.web;

import dev.chesterton.index.Head;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Citing;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Link;
import dev.chesterton.review.HeadJson;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.review.PostingJson;
import java.util.Locale;

/** A commit page as JSON. */
final class CommitJson {

  private CommitJson() {}

  static String of(CommitFacts facts) {
    return JsonWriter.object(json -> write(json, facts));
  }

  private static void write(JsonWriter json, CommitFacts facts) {
    json.number("schema", PostingJson.SCHEMA)
        .text("id", facts.stored().map(stored -> stored.head().id().hex()).orElse(facts.hex()))
        .text("title", facts.title())
        .text("known", facts.isKnown() ? "in a tree" : "from citations only")
        .flag("ambiguous", !facts.candidates().isEmpty());
    json.array("candidates", facts.candidates(), (inner, head) -> HeadJson.write(inner, head));
    json.object("commit", facts.stored().map(stored -> stored.head()),
        (inner, head) -> HeadJson.write(inner, head));
    json.text("message", facts.stored().map(stored -> stored.message()));
    json.array("fixes", facts.fixes(), (inner, fix) -> inner.text("id", fix.hex())
        .text("title", fix.title())
        .text("form", fix.form().name().toLowerCase(Locale.ROOT)));
    json.array("repaired_by", facts.repairedBy(), (inner, head) -> HeadJson.write(inner, head));
    json.array("cited_in", facts.cited(), CommitJson::citing);
    json.array("mails", facts.mails(), CommitJson::link);
    json.object("change", facts.whole().map(commit -> commit.change()), PostingJson::change);
  }

  private static void citing(JsonWriter json, Citing citing) {
    anchor(json, citing.excerpt().source());
    json.text("as", citing.citation().hex())
        .text("cited_title", citing.citation().title())
        .text("form", citing.citation().form().name().toLowerCase(Locale.ROOT))
        .number("line", citing.excerpt().line())
        .text("words", citing.excerpt().words());
  }

  private static void link(JsonWriter json, Link link) {
    anchor(json, link.to());
    json.text("confidence", link.confidence().word())
        .texts("because", link.evidence().stream().map(Evidence::because).toList());
  }

  private static void anchor(JsonWriter json, Anchor anchor) {
    switch (anchor) {
      case Anchor.OfMail(Head.MailHead head) -> HeadJson.write(json, head);
      case Anchor.OfCommit(Head.CommitHead head) -> HeadJson.write(json, head);
      case Anchor.OfUnknownCommit(String hex, String title) ->
        json.text("type", "commit").text("id", hex).text("title", title);
    }
  }
}
