package dev.chesterton.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code @@} block.
 *
 * @param oldStart first line of the pre-image, 1-based; 0 where the pre-image is empty
 * @param newStart first line of the post-image, 1-based; 0 where the post-image is empty
 * @param section what stands behind the second {@code @@}, often the head of the function; may be empty
 * @param textLine 1-based line of the {@code @@} in the text it was read from; 0 where there was none
 * @param lines in order; counts in the header that do not match are mended from these
 */
public record Hunk(int oldStart, int newStart, String section, int textLine,
    List<DiffLine> lines) {
  private static final Pattern HEAD = Pattern.compile("([A-Za-z_]\\w{0,255})\\s?\\(");
  private static final Set<String> STATEMENTS = Set.of("if", "while", "for", "switch", "return",
      "sizeof", "typeof", "defined", "__attribute__");

  public Hunk {
    lines = List.copyOf(lines);
  }

  /** A hunk that was computed rather than read. */
  public Hunk(int oldStart, int newStart, String section, List<DiffLine> lines) {
    this(oldStart, newStart, section, 0, lines);
  }

  /**
   * The function the hunk begins in, as far as its heading tells: the name before the first parenthesis. Empty where there
   * is none, or where a statement stands there instead of a head.
   */
  public Optional<String> function() {
    Matcher head = HEAD.matcher(section);
    return head.find() && !STATEMENTS.contains(head.group(1))
        ? Optional.of(head.group(1))
        : Optional.empty();
  }

  /** Number of pre-image lines: context and removed. */
  public int oldCount() {
    return (int) lines.stream().filter(line -> !line.isAdded()).count();
  }

  /** Number of post-image lines: context and added. */
  public int newCount() {
    return (int) lines.stream().filter(line -> !line.isRemoved()).count();
  }
}
