package dev.chesterton.web;

import dev.chesterton.index.Head;
import dev.chesterton.review.HeadJson;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.Dates;
import dev.chesterton.web.view.SearchView.FoundLine;
import dev.chesterton.web.view.SearchView.Hit;
import dev.chesterton.web.view.SearchView.Part;
import dev.chesterton.web.view.Words;
import java.util.ArrayList;
import java.util.List;

/** What a search found, with lines that say why. */
record Found(Head head, List<Snippet> snippets) {

  Found {
    snippets = List.copyOf(snippets);
  }

  static void write(JsonWriter json, Found found) {
    HeadJson.write(json, found.head);
    json.array("snippet", found.snippets,
        (inner, snippet) -> inner.number("line", snippet.line()).text("text", snippet.text()));
  }

  Hit hit() {
    return switch (head) {
      case Head.MailHead mail -> new Hit(letter(mail.kind()), ThreadPage.word(mail.kind()),
          Dates.day(mail.instant()), Words.of(mail.author().display()), Words.of(mail.title()),
          Address.mail(mail),
          mail.kind() == Head.MailKind.PATCH ? Address.review(mail.id()) : "",
          lines(Address.mail(mail)));
      case Head.CommitHead commit -> new Hit("C", "commit", Dates.day(commit.instant()),
          Words.of(commit.author().display()), Words.of(commit.title()),
          Address.commit(commit.key()), "", lines(Address.commit(commit.key())));
    };
  }

  private static String letter(Head.MailKind kind) {
    return switch (kind) {
      case PATCH -> "P";
      case COVER_LETTER -> "0";
      case REPLY -> "R";
      case LETTER -> "L";
    };
  }

  private List<FoundLine> lines(String page) {
    return snippets.stream()
        .map(snippet -> new FoundLine(page + "#q" + snippet.line(), snippet.line(),
            parts(snippet)))
        .toList();
  }

  /** Each part is made safe by itself, so that no mark of ours can be undone by what stands in it. */
  private static List<Part> parts(Snippet snippet) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (Snippet.Mark mark : snippet.marks()) {
      add(parts, (at == 0 && !snippet.begins() ? "..." : "")
          + snippet.text().substring(at, mark.from()), false);
      add(parts, snippet.text().substring(mark.from(), mark.to()), true);
      at = mark.to();
    }
    add(parts, snippet.text().substring(at) + (snippet.ends() ? "" : "..."), false);
    return parts;
  }

  private static void add(List<Part> parts, String text, boolean sought) {
    if (!text.isEmpty()) {
      parts.add(new Part(Words.of(text), sought));
    }
  }
}
