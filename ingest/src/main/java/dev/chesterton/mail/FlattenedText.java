package dev.chesterton.mail;

import java.util.List;

/**
 * Opens a mail again that lost its line ends: {@code On ... wrote: > some > words > > of others Own answer}.
 *
 * <p>What is left of the lines are their marks, so every line is a guess. Where a blank quoted line stood, its marks and
 * those of the next line run together; where own words followed a quoted line, nothing parts them but that no quoted
 * line is that long.
 */
final class FlattenedText {
  /** Mailers break lines before; what is longer behind one run of marks holds the sender's own words. */
  private static final int LONGEST_LINE = 80;
  /** A shorter line that ends a sentence ends a paragraph. */
  private static final int SHORT_LINE = 66;

  private final List<String> words;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder piece = new StringBuilder();
  private final int deepest;
  private int depth;
  private boolean paragraphEnds;

  private FlattenedText(List<String> words) {
    this.words = words;
    this.deepest = deepest(words);
  }

  /** One long line with marks in it. */
  static boolean isFlattened(String text) {
    return text.length() > 2 * LONGEST_LINE
        && text.lines().filter(line -> !line.isBlank()).count() == 1
        && List.of(text.split("\\s+")).stream().anyMatch(FlattenedText::isMark);
  }

  /** Lines ended by {@code \n}, quoted ones with {@code "> "} for each level. */
  static String unfold(String text) {
    return new FlattenedText(List.of(text.strip().split("\\s+"))).unfold();
  }

  private String unfold() {
    int marks = 0;
    for (String word : words) {
      if (isMark(word)) {
        marks += word.length();
      } else {
        if (marks > 0) {
          nextLine(marks);
          marks = 0;
        }
        piece.append(piece.isEmpty() ? "" : " ").append(word);
      }
    }
    write();
    return out.toString();
  }

  private void nextLine(int marks) {
    boolean behindAttribution = Attribution.isEnd(piece.toString());
    boolean own = write();
    int before = own ? 0 : depth;
    int behindBlank = marks <= 2 * before ? marks / 2 : marks - before;
    boolean canBeBlank = before > 0 && behindBlank <= deepest
        && (marks > 2 * before || marks % 2 == 0);
    boolean isBlank = canBeBlank && !behindAttribution && (marks > deepest || paragraphEnds);
    if (isBlank) {
      out.append("> ".repeat(Math.min(before, behindBlank)).stripTrailing()).append('\n');
    }
    depth = isBlank ? behindBlank : marks;
  }

  /** Writes the piece; true when own words stood at its end. */
  private boolean write() {
    String line = piece.toString();
    piece.setLength(0);
    paragraphEnds = line.length() < SHORT_LINE && endsSentence(line);
    if (depth == 0) {
      own(line);
      return true;
    }
    int cut = line.length() > LONGEST_LINE ? firstSentence(line) : line.length();
    out.append("> ".repeat(depth)).append(line, 0, cut).append('\n');
    if (cut < line.length()) {
      own(line.substring(cut).strip());
    }
    return cut < line.length();
  }

  /** The sender's words, the signature on lines of its own. */
  private void own(String words) {
    int dashes = words.lastIndexOf(" -- ");
    if (dashes < 0) {
      out.append(words).append('\n');
      return;
    }
    String signature = words.substring(dashes + 4);
    int address = signature.lastIndexOf(' ', Math.max(signature.indexOf('@'), 0));
    out.append(words, 0, dashes).append("\n-- \n");
    out.append(address > 0
        ? signature.substring(0, address) + '\n' + signature.substring(address + 1)
        : signature).append('\n');
  }

  private static int firstSentence(String line) {
    for (int i = 0; i < LONGEST_LINE; i++) {
      if (line.charAt(i) == ' ' && endsSentence(line.substring(0, i))) {
        return i;
      }
    }
    return Math.max(line.lastIndexOf(' ', LONGEST_LINE), 0);
  }

  private static boolean endsSentence(String line) {
    return line.endsWith(".") || line.endsWith("?") || line.endsWith("!") || line.endsWith(":")
        || line.endsWith("/");
  }

  private static boolean isMark(String word) {
    return !word.isEmpty() && word.chars().allMatch(c -> c == '>');
  }

  /** Right behind an attribution the marks of one line stand alone, so these tell how deep it goes. */
  private static int deepest(List<String> words) {
    int deepest = 1;
    int marks = 0;
    boolean behindAttribution = false;
    for (String word : words) {
      if (isMark(word)) {
        marks += word.length();
        deepest = behindAttribution ? Math.max(deepest, marks) : deepest;
      } else {
        marks = 0;
        behindAttribution = Attribution.isEnd(word);
      }
    }
    return deepest;
  }
}
