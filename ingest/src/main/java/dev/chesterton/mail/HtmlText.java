package dev.chesterton.mail;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text a reader of an HTML mail sees: blocks on lines of their own, {@code blockquote} as {@code >} marks, links
 * with their address, hidden text dropped. jsoup's traversal is a loop, so depth costs no stack.
 */
final class HtmlText implements NodeVisitor {
  private static final Set<String> HIDDEN = Set.of("head", "script", "style", "template", "title",
      "noscript", "object", "iframe", "svg", "math");
  private static final Set<String> BLOCKS = Set.of("address", "article", "blockquote", "body",
      "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3",
      "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
      "tr", "ul");
  private static final Set<String> SPACED = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6",
      "blockquote", "pre", "ul", "ol", "table");

  private final QuotedLines lines = new QuotedLines();
  private int hidden;
  private int preformatted;

  private HtmlText() {}

  /** Lines ended by {@code \n}. */
  static String of(String html) {
    HtmlText text = new HtmlText();
    Jsoup.parse(html).traverse(text);
    return text.lines.finish();
  }

  @Override
  public void head(Node node, int depth) {
    switch (node) {
      case TextNode text when hidden == 0 && preformatted > 0 -> preformatted(text.getWholeText());
      case TextNode text when hidden == 0 -> lines.words(text.getWholeText());
      case Element element -> begin(element);
      default -> {
        // Comments, declarations and data of scripts are not seen.
      }
    }
  }

  private void preformatted(String text) {
    String[] rows = text.split("\n", -1);
    for (int i = 0; i < rows.length; i++) {
      if (i > 0) {
        lines.hardBreak();
      }
      lines.exact(rows[i]);
    }
  }

  private void begin(Element element) {
    String name = element.normalName();
    hidden += isHidden(element) ? 1 : 0;
    preformatted += name.equals("pre") ? 1 : 0;
    if (hidden > 0) {
      return;
    }
    if (name.equals("br")) {
      lines.hardBreak();
    } else if (BLOCKS.contains(name)) {
      lines.block(SPACED.contains(name));
    } else if (name.equals("td") || name.equals("th")) {
      lines.words(" ");
    }
    if (name.equals("li")) {
      lines.words("* ");
    }
    if (name.equals("blockquote")) {
      lines.deeper();
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    String name = element.normalName();
    if (hidden == 0) {
      end(element, name);
    }
    hidden -= isHidden(element) ? 1 : 0;
    preformatted -= name.equals("pre") ? 1 : 0;
  }

  private void end(Element element, String name) {
    if (name.equals("a")) {
      link(element.attr("href").strip());
    }
    if (BLOCKS.contains(name)) {
      lines.block(SPACED.contains(name));
    }
    if (name.equals("blockquote")) {
      lines.shallower();
    }
  }

  /** The address behind the words, unless the words are the address. */
  private void link(String address) {
    boolean worth = address.startsWith("http:") || address.startsWith("https:")
        || address.startsWith("ftp:");
    if (worth && !lines.endsWith(address)) {
      lines.words(" <" + address + ">");
    }
  }

  private static boolean isHidden(Element element) {
    String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
    return HIDDEN.contains(element.normalName()) || element.hasAttr("hidden")
        || style.contains("display:none") || style.contains("visibility:hidden")
        || style.contains("font-size:0;") || style.endsWith("font-size:0");
  }
}
