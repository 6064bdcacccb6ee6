package dev.chesterton.finding;

import java.util.List;

/**
 * A line of the message of a patch.
 *
 * @param line 1-based, in the text of the mail
 */
public record MessageLine(int line, String text) implements Place {

  @Override
  public List<String> lines() {
    return List.of(text);
  }

  @Override
  public boolean holds(Place other) {
    return false;
  }

  @Override
  public String toString() {
    return "message:" + line;
  }
}
