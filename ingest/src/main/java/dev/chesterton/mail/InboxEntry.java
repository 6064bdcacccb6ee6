package dev.chesterton.mail;

import dev.chesterton.source.RawMail;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * One mail on a thread page of a public-inbox: its title behind {@code *}, lines of the thread around it,
 * {@code From: NAME @ DATE UTC (permalink / raw)}, whom it went to, an empty line, the text, and a last line of links.
 */
final class InboxEntry {
  private static final Pattern AUTHOR = Pattern
      .compile("From: (.*) @ ([0-9]{4}-[0-9]{2}-[0-9]{2} +[0-9]{1,2}:[0-9]{2}) UTC \\(permalink.*");
  private static final String LAST_LINE = "\n^ permalink raw reply";

  private InboxEntry() {}

  static Optional<PageText> read(String html, Document page) {
    Optional<String> permalink = page.select("a[href]")
        .stream()
        .filter(PageLink::isPermalink)
        .findFirst()
        .map(link -> PageLink.id(link.attr("href")));
    String text = page.wholeText();
    return permalink.isPresent() && text.startsWith("* ")
        ? entry(html, permalink.get(), text)
        : Optional.empty();
  }

  private static Optional<PageText> entry(String html, String id, String text) {
    List<String> lines = List.of(text.split("\n", -1));
    for (int i = 1; i < lines.size(); i++) {
      Matcher author = AUTHOR.matcher(lines.get(i));
      if (author.matches()) {
        PageText.Fields fields = new PageText.Fields()
            .put("Subject", lines.getFirst().substring(2))
            .put("From", author.group(1))
            .put("Date", author.group(2) + " UTC")
            .putId("Message-ID", id)
            .putId("In-Reply-To", parent(html, lines.subList(i, lines.size())));
        return Optional.of(fields.above(body(lines.subList(i, lines.size()))));
      }
    }
    return Optional.empty();
  }

  /** As the page was cut, or in a row below the author where the page shows no thread. */
  private static String parent(String html, List<String> lines) {
    if (html.startsWith(RawMail.PARENT)) {
      return PageLink.id(html.substring(RawMail.PARENT.length(),
          html.indexOf('"', RawMail.PARENT.length())));
    }
    return lines.stream()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.startsWith("In-Reply-To: <"))
        .findFirst()
        .map(line -> line.substring("In-Reply-To: ".length()))
        .orElse("");
  }

  private static String body(List<String> lines) {
    int empty = Math.max(lines.indexOf(""), 0);
    String body = String.join("\n", lines.subList(empty, lines.size()));
    int end = body.lastIndexOf(LAST_LINE);
    return end < 0 ? body : body.substring(0, end);
  }
}
