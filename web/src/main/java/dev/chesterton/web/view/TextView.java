package dev.chesterton.web.view;

import java.util.List;

/**
 * A text in lines.
 *
 * @param leftOut lines that are not shown
 */
public record TextView(List<TextBlock> blocks, int leftOut) {

  public TextView {
    blocks = List.copyOf(blocks);
  }
}
