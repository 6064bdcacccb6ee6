package dev.chesterton.web;

import dev.chesterton.index.Head;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Link;
import dev.chesterton.review.HeadJson;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.web.view.Address;

/** Mails, commits and their words in an answer: each with its id and where it can be read. */
final class McpSources {
  private final SiteAddress site;

  McpSources(SiteAddress site) {
    this.site = site;
  }

  void head(JsonWriter json, Head head) {
    HeadJson.write(json, head);
    switch (head) {
      case Head.MailHead mail -> json.text("url", site.of(Address.mail(mail)))
          .text("lore", Address.lore(mail.id()));
      case Head.CommitHead commit -> json.text("url", site.of(Address.commit(commit.id().hex())));
    }
  }

  void anchor(JsonWriter json, Anchor anchor) {
    switch (anchor) {
      case Anchor.OfMail mail -> head(json, mail.head());
      case Anchor.OfCommit commit -> head(json, commit.head());
      case Anchor.OfUnknownCommit commit -> json.text("type", "commit")
          .text("id", commit.key())
          .text("title", commit.title())
          .text("url", site.of(Address.commit(commit.key())));
    }
  }

  /** Words with their place. */
  void excerpt(JsonWriter json, Excerpt excerpt) {
    anchor(json, excerpt.source());
    json.text("quote", excerpt.words()).number("line", excerpt.line());
  }

  /** The far end, and why. */
  void link(JsonWriter json, Link link) {
    anchor(json, link.to());
    json.text("confidence", link.confidence().word())
        .texts("because", link.evidence().stream().map(Evidence::because).toList());
  }

  String review(Head.MailHead patch) {
    return site.of(Address.review(patch.id()));
  }

  String search(String query) {
    return site.of(Address.search(query, "relevance", 0));
  }
}
