package dev.chesterton.source;

import java.util.List;

/**
 * What a parser made of strangers' bytes: always a value, and what was wrong on the way.
 *
 * @param value the best reading
 * @param problems empty when nothing was odd
 */
public record Parsed<T>(T value, List<Problem> problems) {
  public Parsed {
    problems = List.copyOf(problems);
  }
}
