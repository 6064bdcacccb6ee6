package dev.chesterton.patch;

import dev.chesterton.change.TextLines;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers who is quoted at which depth, as attribution lines name them. */
final class Attributions {

  /** Longer lines that end in "wrote:" are prose. */
  private static final int MAX_LENGTH = 240;

  private final Map<Integer, String> byDepth = new HashMap<>();

  /** A name given at one depth ends what was known of deeper ones. */
  void introduce(int depth, String name) {
    byDepth.keySet().removeIf(deeper -> deeper > depth);
    byDepth.put(depth, name);
  }

  Optional<String> of(int depth) {
    return Optional.ofNullable(byDepth.get(depth));
  }

  /**
   * The name in a line such as {@code On DATE, NAME <address> wrote:}, which may begin one line
   * higher.
   *
   * @param number 1-based line of "wrote:"
   * @param marks number of characters that are quote marks
   */
  static Optional<String> name(TextLines lines, int number, int marks) {
    String line = lines.line(number);
    String text = line.substring(Math.min(marks, line.length())).strip();
    boolean attribution = text.endsWith("wrote:") || text.endsWith("writes:");
    if (!attribution || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String said = text
        .substring(0, text.lastIndexOf(text.endsWith("wrote:") ? "wrote:" : "writes:"))
        .strip();
    boolean whole = said.startsWith("On ") || said.startsWith("At ") || said.indexOf('@') > 0;
    String above = lines.line(number - 1);
    String joined = whole || above.length() > MAX_LENGTH
        ? said
        : above.substring(Math.min(marks, above.length())).strip() + " " + said;
    return Optional.of(person(joined)).filter(name -> !name.isEmpty());
  }

  /** What stands between the date and the address: behind the last comma or the clock time. */
  private static String person(String said) {
    int address = said.lastIndexOf('<');
    String front = address > 0 ? said.substring(0, address).strip() : said;
    int start = Math.max(front.lastIndexOf(", ") + 1, zoneEnd(front));
    return front.substring(Math.min(start, front.length())).replace("\"", "").strip();
  }

  /** Index behind the last word that has a digit, such as {@code +0200} or {@code 09:12:44PM}. */
  private static int zoneEnd(String front) {
    int end = 0;
    for (int i = 0; i < front.length(); i++) {
      if (front.charAt(i) >= '0' && front.charAt(i) <= '9') {
        int space = front.indexOf(' ', i);
        end = space < 0 ? front.length() : space;
      }
    }
    String rest = front.substring(end).strip();
    return rest.startsWith("AM ") || rest.startsWith("PM ") || rest.startsWith("(")
        ? front.length() - rest.length() + Math.max(3, rest.indexOf(')') + 1)
        : end;
  }
}
