package dev.chesterton.web.view;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import dev.chesterton.notes.Note;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Markdown of a rule or a note as HTML. The renderer escapes HTML, and what it makes is cleaned by an allow list of our own,
 * since entity-coded and {@code data:} links pass the renderer (flexmark-java issues 672 and 675). It runs on a thread of its
 * own, since long runs of one character overflow its stack (381, 496, 648); what fails is shown as plain text.
 */
public final class MarkdownText {

  /** Limit of docs/limits.md, in characters. */
  static final int MOST_OF_A_RULE = 256 << 10;

  /** Texts of readers that are rendered on one page; further ones are plain, so that a page has a longest time. */
  public static final int MOST_ON_A_PAGE = 50;

  private static final long STACK_BYTES = 1 << 20;
  private static final long RULE_MILLIS = 2_000;
  private static final long NOTE_MILLIS = 500;

  private static final Safelist ALLOWED = new Safelist()
      .addTags("p", "br", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "h2", "h3",
          "h4", "a", "hr")
      .addAttributes("a", "href")
      .addProtocols("a", "href", "http", "https", "mailto")
      .addEnforcedAttribute("a", "rel", "nofollow noreferrer");

  static {
    // The libraries load with the first text, which on a busy machine takes longer than a note may.
    clean(html("*first*"), "h1", "h2");
  }

  private MarkdownText() {}

  /** Its headings stand below that of the page. */
  public static CleanHtml ofRule(String markdown) {
    String bounded = markdown.length() > MOST_OF_A_RULE ? markdown.substring(0, MOST_OF_A_RULE)
        : markdown;
    return render(bounded, "h1", "h2", RULE_MILLIS);
  }

  /** Its headings, whatever their depth, stand below that of the section. */
  public static CleanHtml ofNote(String markdown) {
    String bounded = markdown.length() > Note.MOST_BYTES ? markdown.substring(0, Note.MOST_BYTES)
        : markdown;
    return render(bounded, "h1, h2, h3, h5, h6", "h4", NOTE_MILLIS);
  }

  private static CleanHtml render(String markdown, String headings, String become, long millis) {
    FutureTask<String> task = new FutureTask<>(() -> clean(html(markdown), headings, become));
    Thread thread = new Thread(null, task, "markdown", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return new CleanHtml(task.get(millis, TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      thread.interrupt();
      return plain(markdown);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return plain(markdown);
    }
  }

  private static String html(String markdown) {
    return HtmlRenderer.builder()
        .escapeHtml(true)
        .build()
        .render(Parser.builder().build().parse(markdown));
  }

  private static String clean(String html, String headings, String become) {
    Document dirty = Jsoup.parseBodyFragment(html);
    dirty.select(headings).tagName(become);
    Document clean = new Cleaner(ALLOWED).clean(dirty);
    clean.outputSettings().prettyPrint(false);
    return clean.body().html();
  }

  /** Line by line as it was written. */
  static CleanHtml plain(String markdown) {
    StringBuilder lines = new StringBuilder();
    markdown.lines().forEach(line -> lines.append(Words.plain(line)).append('\n'));
    return new CleanHtml("<pre>" + Entities.escape(lines.toString()) + "</pre>");
  }
}
