package dev.chesterton.web.view;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * HTML that was cleaned by an allow list, the one text that is written to a page as it stands. Only
 * {@link MarkdownText} makes it.
 */
public final class CleanHtml implements Content {

  private final String html;

  CleanHtml(String html) {
    this.html = html;
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(html);
  }
}
