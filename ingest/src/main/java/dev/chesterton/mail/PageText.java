package dev.chesterton.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What the page of a web archive says of a mail: fields as header lines, an empty line, the text.
 *
 * @param whole the fields are those of the mail, not what an archive made of them
 */
record PageText(String text, boolean whole) {

  /** The mail stands in one of the first {@code pre} of a page; to look into nested ones costs their depth each. */
  static final int MAX_BLOCKS = 20;

  /** Of a page as its archive's program wrote it, else what a reader would see of it. */
  static PageText of(String html) {
    Document page = Jsoup.parse(html);
    return Stream.<Optional<PageText>>of(InboxEntry.read(html, page), InboxPage.read(page),
        MarcPage.read(page), MarkedPage.read(html, page))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> new PageText(HtmlText.of(html), false));
  }

  /** Fields of a mail whose page does not show them as they were. */
  static final class Fields {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** White space and line ends are one space; an empty value is none. */
    Fields put(String name, String value) {
      String line = value.strip().replaceAll("\\s+", " ");
      if (!line.isEmpty()) {
        values.put(name, line);
      }
      return this;
    }

    /** An id that was masked is none: others have the same. */
    Fields putId(String name, String id) {
      String bare = id.strip().replace("<", "").replace(">", "");
      return bare.isEmpty() || bare.contains("@xxx") || bare.contains(" ")
          ? this
          : put(name, "<" + bare + ">");
    }

    PageText above(String body) {
      StringBuilder text = new StringBuilder();
      values.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
      return new PageText(text.append('\n').append(body).toString(), false);
    }
  }
}
