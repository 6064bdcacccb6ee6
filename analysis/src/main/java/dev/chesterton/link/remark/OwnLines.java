package dev.chesterton.link.remark;

import dev.chesterton.mail.Quote;
import dev.chesterton.patch.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells which lines of a mail its sender wrote: neither quoted nor attribution, greeting or signature. */
public final class OwnLines {

  /** A name or two, then a mark or nothing: "Hi, this breaks mmap" is more than a greeting. */
  private static final Pattern GREETING = Pattern
      .compile("(?i)(hi|hello|dear|hey)( [\\p{L}.'-]+){0,3} ?[,!.]?");

  private static final Pattern MARKS = Pattern.compile("^[\\s>|]*");

  private final List<String> lines;
  private final int[] depths;
  private final int end;

  private OwnLines(List<String> lines, int[] depths, int end) {
    this.lines = lines;
    this.depths = depths;
    this.end = end;
  }

  public static OwnLines of(Posting posting) {
    List<String> lines = posting.message().lines();
    return new OwnLines(lines, depths(lines.size(), posting.quotes()), end(posting, lines));
  }

  private static int[] depths(int count, List<Quote> quotes) {
    int[] depths = new int[count];
    for (Quote quote : quotes) {
      for (int line = quote.fromLine(); line <= Math.min(quote.toLine(), count); line++) {
        depths[line - 1] = quote.depth();
      }
    }
    return depths;
  }

  /** The last line of prose: that of a log, or the one above the {@code -- } that begins a signature. */
  private static int end(Posting posting, List<String> lines) {
    if (posting instanceof Posting.Patch patch) {
      return patch.logLine() - 1 + (int) patch.log().lines().count();
    }
    int signature = lines.lastIndexOf("-- ");
    return signature < 0 ? lines.size() : signature;
  }

  /** How many lines there are before a signature begins, quoted ones included. */
  public int end() {
    return end;
  }

  /** How many lines the whole text has. */
  public int count() {
    return lines.size();
  }

  /** A line as it stands there; lines are counted from 1, here and below. */
  public String text(int line) {
    return lines.get(line - 1);
  }

  /** 0 for the sender's own line. */
  public int depth(int line) {
    return depths[line - 1];
  }

  /** The sender's own, and more than a frame around what he says; it may be blank. */
  public boolean isOwn(int line) {
    return line <= end && depth(line) == 0 && !isFrame(line);
  }

  /** An attribution, which may be wrapped, or a greeting. */
  private boolean isFrame(int line) {
    String own = text(line).strip();
    String next = line < lines.size() ? text(line + 1).strip() : "";
    return own.endsWith("wrote:")
        || own.startsWith("On ") && (own.contains(" wrote") || next.endsWith("wrote:"))
        || GREETING.matcher(own).matches();
  }

  /** Own lines from this one on up to a blank or quoted one, joined by a space. */
  public String words(int from, int most) {
    StringBuilder words = new StringBuilder();
    for (int line = from; line < from + most && line <= end && depth(line) == 0
        && !text(line).isBlank(); line++) {
      words.append(text(line).strip()).append(' ');
    }
    return words.toString().strip();
  }

  /**
   * What is quoted right above a line, one deep and without its mark, blank lines left out; the last lines of it, in
   * order. Empty where an answer of somebody else or nothing stands there.
   */
  public List<String> quotedAbove(int line, int most) {
    List<String> quoted = new ArrayList<>();
    int above = line - 1;
    while (above >= 1 && depth(above) == 0) {
      above--;
    }
    for (; above >= 1 && depth(above) == 1 && quoted.size() < most; above--) {
      String bare = unquoted(above);
      if (!bare.isBlank()) {
        quoted.addFirst(bare);
      }
    }
    return quoted;
  }

  /** A quoted line without its first mark and the space behind it. */
  public String unquoted(int line) {
    String stripped = text(line).stripLeading();
    String bare = stripped.startsWith(">") ? stripped.substring(1) : stripped;
    return bare.startsWith(" ") ? bare.substring(1) : bare;
  }

  /** A line without any mark, white space folded. */
  public String bare(int line) {
    return MARKS.matcher(text(line)).replaceFirst("").strip().replaceAll("\\s+", " ");
  }
}
