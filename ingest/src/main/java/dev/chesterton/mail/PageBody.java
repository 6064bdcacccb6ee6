package dev.chesterton.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text of a mail out of an archive's page, white space exact where it is preformatted: a diff has to survive. Unlike
 * {@link HtmlText} it tells no addresses of links, which the archive put there, and keeps empty lines. jsoup's traversal
 * is a loop.
 */
final class PageBody implements NodeVisitor {
  private static final Set<String> HIDDEN = Set.of("script", "style", "head", "title", "form");
  private static final Set<String> BLOCKS = Set.of("p", "div", "ul", "li", "table", "tr", "hr",
      "h1", "h2", "h3", "pre", "blockquote");
  private static final int MAX_DEPTH = 50;

  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int preformatted;
  private int hidden;
  private int depth;

  private PageBody() {}

  /** Lines ended by {@code \n}. */
  static String of(String html) {
    PageBody body = new PageBody();
    Jsoup.parse(html).traverse(body);
    body.endBlock();
    return body.out.toString();
  }

  @Override
  public void head(Node node, int level) {
    if (node instanceof TextNode text && hidden == 0) {
      text(text.getWholeText());
    } else if (node instanceof Element element) {
      begin(element.normalName());
    }
  }

  private void begin(String name) {
    if (BLOCKS.contains(name)) {
      endBlock();
    }
    if (name.equals("br")) {
      endLine();
    } else if (name.equals("p") && !out.isEmpty()) {
      endLine();
    }
    preformatted += name.equals("pre") ? 1 : 0;
    hidden += HIDDEN.contains(name) ? 1 : 0;
    depth += name.equals("blockquote") ? 1 : 0;
  }

  @Override
  public void tail(Node node, int level) {
    if (!(node instanceof Element element)) {
      return;
    }
    String name = element.normalName();
    if (BLOCKS.contains(name)) {
      endBlock();
    }
    preformatted -= name.equals("pre") ? 1 : 0;
    hidden -= HIDDEN.contains(name) ? 1 : 0;
    depth -= name.equals("blockquote") ? 1 : 0;
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (preformatted > 0) {
        exact(c);
      } else {
        running(c);
      }
    }
  }

  private void exact(char c) {
    if (c == '\n') {
      endLine();
    } else {
      line.append(c);
    }
  }

  private void running(char c) {
    boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    boolean due = !line.isEmpty() && line.charAt(line.length() - 1) != ' ';
    if (!space) {
      line.append(c == '\u00a0' ? ' ' : c);
    } else if (due) {
      line.append(' ');
    }
  }

  private void endBlock() {
    if (!line.isEmpty()) {
      endLine();
    }
  }

  private void endLine() {
    String marks = "> ".repeat(Math.min(depth, MAX_DEPTH));
    out.append(line.isEmpty() ? marks.stripTrailing() : marks).append(line).append('\n');
    line.setLength(0);
  }
}
