package dev.chesterton.mail;

import java.util.Optional;
import java.util.StringJoiner;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The page of one mail in a public-inbox, lore above all: the first {@code pre} holds its header fields and its text,
 * with links around what stands there anyway and a few words behind two of the fields (lib/PublicInbox/View.pm). It is
 * read as the mail it was; what follows, the overview of the thread and how to reply, is not of it.
 */
final class InboxPage {
  private InboxPage() {}

  static Optional<PageText> read(Document page) {
    return page.select("pre")
        .stream()
        .limit(PageText.MAX_BLOCKS)
        .map(Element::wholeText)
        .map(text -> text.startsWith("\n") ? text.substring(1) : text)
        .filter(text -> text.startsWith("From: ") && head(text).contains("\nMessage-ID: <"))
        .findFirst()
        .map(text -> new PageText(fields(head(text)) + text.substring(head(text).length()), true));
  }

  /** Without the empty line. */
  private static String head(String text) {
    int end = text.indexOf("\n\n");
    return end < 0 ? text : text.substring(0, end);
  }

  private static String fields(String head) {
    StringJoiner fields = new StringJoiner("\n");
    head.lines().forEach(line -> fields.add(field(line)));
    // The page says it in UTF-8, whatever the mail was written in.
    return fields.add("Content-Type: text/plain; charset=utf-8")
        .add("Content-Transfer-Encoding: 8bit")
        .toString();
  }

  private static String field(String line) {
    if (line.startsWith("Date: ") && line.indexOf("\t[") > 0) {
      return line.substring(0, line.indexOf("\t["));
    }
    return line.startsWith("Message-ID: ") && line.endsWith(" (raw)")
        ? line.substring(0, line.length() - " (raw)".length())
        : line;
  }
}
