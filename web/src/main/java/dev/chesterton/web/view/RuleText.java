package dev.chesterton.web.view;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
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
 * Markdown of a rule as HTML. The renderer escapes HTML, and what it makes is cleaned by an allow list of our own, since
 * entity-coded and {@code data:} links pass the renderer (flexmark-java issues 672 and 675). It runs on a thread of its
 * own, since long runs of one character overflow its stack (381, 496, 648); what fails is shown as plain text.
 */
public final class RuleText {

  /** Limit of docs/limits.md, in characters. */
  static final int MAX_CHARS = 256 << 10;
  private static final long STACK_BYTES = 1 << 20;
  private static final long SECONDS = 2;

  private static final Safelist ALLOWED = new Safelist()
      .addTags("p", "br", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "h2", "h3",
          "h4", "a", "hr")
      .addAttributes("a", "href")
      .addProtocols("a", "href", "http", "https", "mailto");

  private RuleText() {}

  public static CleanHtml render(String markdown) {
    String bounded = markdown.length() > MAX_CHARS ? markdown.substring(0, MAX_CHARS) : markdown;
    FutureTask<String> task = new FutureTask<>(() -> clean(html(bounded)));
    Thread thread = new Thread(null, task, "rule text", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return new CleanHtml(task.get(SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      thread.interrupt();
      return plain(bounded);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return plain(bounded);
    }
  }

  private static String html(String markdown) {
    return HtmlRenderer.builder()
        .escapeHtml(true)
        .build()
        .render(Parser.builder().build().parse(markdown));
  }

  private static String clean(String html) {
    Document dirty = Jsoup.parseBodyFragment(html);
    dirty.select("h1").tagName("h2");
    Document clean = new Cleaner(ALLOWED).clean(dirty);
    clean.outputSettings().prettyPrint(false);
    return clean.body().html();
  }

  private static CleanHtml plain(String markdown) {
    return new CleanHtml("<pre>" + Entities.escape(Words.plain(markdown)) + "</pre>");
  }
}
