package dev.chesterton.review;

import dev.chesterton.link.Excerpt;
import java.util.List;

/**
 * A regression test and where it is named.
 *
 * @param name such as {@code generic/208}
 * @param namedIn the lines, by date
 * @param run a command line, ready to paste
 */
public record NamedTest(String name, List<Excerpt> namedIn, String run) {
  public NamedTest {
    namedIn = List.copyOf(namedIn);
  }
}
