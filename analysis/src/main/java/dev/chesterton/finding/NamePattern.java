package dev.chesterton.finding;

import java.util.List;

/**
 * A name with {@code *} for any run of characters, as rule files write it. Not a regular expression, so that no file can
 * make it slow.
 */
public record NamePattern(String text) {

  public boolean fits(String name) {
    List<String> parts = List.of(text.split("\\*", -1));
    if (parts.size() == 1) {
      return name.equals(text);
    }
    return name.startsWith(parts.getFirst()) && fitsRest(name, parts);
  }

  /** The middle parts in order, each as early as it can be; then the last part has to end the name. */
  private static boolean fitsRest(String name, List<String> parts) {
    int at = parts.getFirst().length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = name.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    String end = parts.getLast();
    return name.length() - end.length() >= at && name.endsWith(end);
  }
}
