package dev.chesterton.mail;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The page of a mail at marc.info: rows {@code List:}, {@code Subject:}, {@code From:}, {@code Date:} (in UTC) and
 * {@code Message-ID:}, a link to the raw mail, the text, links to the neighbours. It writes {@code ()} for {@code @} and
 * {@code !} for dots, each between spaces; nothing else in an address or an id has spaces around it, so that is undone.
 */
final class MarcPage {
  private static final String END_OF_ROWS = "[Download RAW message or body]";
  private static final List<String> NEIGHBOURS = List.of("[prev in list]", "[next in list]",
      "[prev in thread]", "[next in thread]");

  private MarcPage() {}

  static Optional<PageText> read(Document page) {
    return page.select("pre")
        .stream()
        .limit(PageText.MAX_BLOCKS)
        .map(Element::wholeText)
        .filter(text -> text.contains(END_OF_ROWS) && text.contains("Message-ID:"))
        .findFirst()
        .map(MarcPage::page);
  }

  private static PageText page(String text) {
    int end = text.indexOf(END_OF_ROWS);
    List<String> rows = text.substring(0, end).lines().map(String::strip).toList();
    return new PageText.Fields().put("Subject", row("Subject:", rows))
        .put("From", unmasked(row("From:", rows)))
        .put("Date", row("Date:", rows) + " UTC")
        .putId("Message-ID", unmasked(row("Message-ID:", rows)))
        .above(body(text.substring(end + END_OF_ROWS.length())));
  }

  private static String row(String name, List<String> rows) {
    return rows.stream()
        .filter(row -> row.startsWith(name))
        .findFirst()
        .map(row -> row.substring(name.length()).strip())
        .orElse("");
  }

  private static String unmasked(String address) {
    return address.replace(" () ", "@").replace(" ! ", ".");
  }

  private static String body(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    int end = lines.size();
    while (end > 0 && (lines.get(end - 1).isBlank() || isNeighbours(lines.get(end - 1)))) {
      end--;
    }
    return String.join("\n", lines.subList(0, end));
  }

  private static boolean isNeighbours(String line) {
    return NEIGHBOURS.stream().anyMatch(line.strip()::startsWith);
  }
}
