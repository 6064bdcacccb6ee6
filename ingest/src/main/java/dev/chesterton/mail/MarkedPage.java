package dev.chesterton.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * A page of hypermail or MHonArc, lkml.iu.edu among them: comments mark where the text begins and ends and repeat the
 * fields, {@code <!-- id="..." -->} in the one, {@code <!--X-Message-Id: ... -->} in the other.
 */
final class MarkedPage {
  private static final List<String> BEGINNINGS = List.of("<!--X-Body-of-Message-->",
      "<!-- body=\"start\" -->");
  private static final List<String> ENDS = List.of("<!--X-Body-of-Message-End-->",
      "<!-- body=\"end\" -->");
  private static final int MAX_COMMENTS = 1_000;

  private final String head;
  private final Map<String, List<String>> marks = new HashMap<>();

  private MarkedPage(String head, Document page) {
    this.head = HtmlText.of(head);
    page.nodeStream(Comment.class)
        .limit(MAX_COMMENTS)
        .forEach(comment -> take(comment.getData().strip()));
  }

  static Optional<PageText> read(String html, Document page) {
    for (int style = 0; style < BEGINNINGS.size(); style++) {
      int start = html.indexOf(BEGINNINGS.get(style));
      if (start >= 0) {
        int end = html.indexOf(ENDS.get(style), start);
        String body = html.substring(start, end < 0 ? html.length() : end);
        return Optional.of(
            new MarkedPage(html.substring(0, start), page).fields().above(PageBody.of(body)));
      }
    }
    return Optional.empty();
  }

  private void take(String comment) {
    int equals = comment.indexOf("=\"");
    int colon = comment.indexOf(": ");
    if (equals > 0 && comment.endsWith("\"") && comment.length() > equals + 2) {
      put(comment.substring(0, equals), comment.substring(equals + 2, comment.length() - 1));
    } else if (comment.startsWith("X-") && colon > 0) {
      put(comment.substring(0, colon), comment.substring(colon + 2));
    }
  }

  private void put(String name, String value) {
    marks.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
        .add(Parser.unescapeEntities(value, false).strip());
  }

  private PageText.Fields fields() {
    return new PageText.Fields()
        .put("Subject", first(Stream.of(mark("x-subject"), mark("subject"))))
        .put("From", first(Stream.of(named(), row("From:"), mark("name"))))
        .put("Date", first(Stream.of(mark("sent"), row("Date:"), mark("x-date"),
            mark("received"))))
        .putId("Message-ID", first(Stream.of(mark("x-message-id"), mark("id"))))
        .putId("In-Reply-To", mark("inreplyto").orElse(""))
        .put("References", references());
  }

  private Optional<String> named() {
    return mark("email").filter(address -> address.contains("@"))
        .map(address -> mark("name").orElse("") + " <" + address + ">");
  }

  private Optional<String> mark(String name) {
    return marks.getOrDefault(name, List.of()).stream().findFirst();
  }

  private String references() {
    List<String> ids = marks.getOrDefault("x-reference", List.of())
        .stream()
        .filter(id -> !id.contains("@xxx"))
        .toList();
    return ids.isEmpty() ? "" : "<" + String.join("> <", ids) + ">";
  }

  /** A row above the text, as readers see it. */
  private Optional<String> row(String name) {
    return head.lines()
        .map(line -> line.startsWith("* ") ? line.substring(2) : line)
        .filter(line -> line.startsWith(name))
        .findFirst()
        .map(line -> line.substring(name.length()));
  }

  private static String first(Stream<Optional<String>> values) {
    return values.flatMap(Optional::stream)
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }
}
