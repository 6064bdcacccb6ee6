package dev.chesterton.web.view;

import java.util.List;

/**
 * Lines that are shown together.
 *
 * @param folded what a reader opens them by; empty where they are open
 */
public record TextBlock(String folded, List<TextLine> lines) {

  public TextBlock {
    lines = List.copyOf(lines);
  }
}
