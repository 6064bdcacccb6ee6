package dev.chesterton.review;

import dev.chesterton.link.Excerpt;
import java.util.List;

/**
 * One sentence of a dossier.
 *
 * @param text without a full stop
 * @param sources words the sentence rests on, at least one
 */
public record Statement(Topic topic, String text, List<Excerpt> sources) {
  public Statement {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a statement without a source: " + text);
    }
  }
}
