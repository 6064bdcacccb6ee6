package dev.chesterton.change;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the body of one hunk. The counts of the header are believed as long as the lines bear them
 * out; where they do not, the lines win.
 */
final class HunkReader {

  /**
   * If line and next word together are shorter, no mail program had a reason to break. Our choice,
   * some way below the 72 to 78 columns that are usual.
   */
  private static final int MIN_WRAP_COLUMNS = 60;

  /** {@code \ No newline at end of file}; in other languages at least as long (git apply). */
  private static final int MIN_NOTE_LENGTH = 11;

  private final TextLines lines;
  private final FileHeaderReader headers;
  private final HunkHeader header;
  private final int headerLine;
  private final List<DiffLine> body = new ArrayList<>();
  private final List<String> oddities = new ArrayList<>();
  private String section;
  private int at;
  private int oldSeen;
  private int newSeen;
  private boolean justWrapped;

  HunkReader(TextLines lines, FileHeaderReader headers, HunkHeader header, int headerLine) {
    this.lines = lines;
    this.headers = headers;
    this.header = header;
    this.headerLine = headerLine;
    this.section = header.section();
    this.at = headerLine + 1;
  }

  Hunk read() {
    while (wantsMore() && lines.has(at) && !isEndOfPatch(at) && takeOrJoin()) {
      at++;
    }
    if (isSatisfied()) {
      readBeyondCounts();
    } else {
      dropEmptyTail();
    }
    if (isNote(at)) {
      at++;
    }
    if (!isSatisfied()) {
      oddities.add("hunk promises %d lines before and %d after, has %d and %d; taken as it is"
          .formatted(header.oldCount(), header.newCount(), oldSeen, newSeen));
    }
    return new Hunk(header.oldStart(), header.newStart(), section, headerLine, body);
  }

  /** First line behind the hunk. */
  int nextLine() {
    return at;
  }

  /** What was wrong with it, as sentences without a full stop. */
  List<String> oddities() {
    return oddities;
  }

  private boolean wantsMore() {
    return oldSeen < header.oldCount() || newSeen < header.newCount();
  }

  private boolean isSatisfied() {
    return oldSeen == header.oldCount() && newSeen == header.newCount();
  }

  private boolean takeOrJoin() {
    boolean taken = isBody(at);
    if (taken) {
      take(at);
    }
    justWrapped = !taken && joinWrapped();
    return taken || justWrapped;
  }

  private boolean isBody(int number) {
    return switch (sign(number)) {
      // GNU diff, and many a mail program, leaves out the space of an empty context line
      case ' ', '+', '-' -> true;
      case '\\' -> isNote(number);
      default -> false;
    };
  }

  private char sign(int number) {
    return lines.length(number) == 0 ? ' ' : lines.charAt(number, 0);
  }

  private boolean isNote(int number) {
    return lines.length(number) >= MIN_NOTE_LENGTH && lines.startsWith(number, "\\ ");
  }

  private void take(int number) {
    if (sign(number) == '\\') {
      return;
    }
    DiffLine.Kind kind = switch (sign(number)) {
      case '+' -> DiffLine.Kind.ADDED;
      case '-' -> DiffLine.Kind.REMOVED;
      default -> DiffLine.Kind.CONTEXT;
    };
    body.add(new DiffLine(kind, lines.line(number, 1), nextOld(), nextNew()));
    oldSeen += kind == DiffLine.Kind.ADDED ? 0 : 1;
    newSeen += kind == DiffLine.Kind.REMOVED ? 0 : 1;
  }

  /** Of an empty side the header names the line in front of it ({@code -5,0}: behind line 5). */
  private int nextOld() {
    return header.oldStart() + (header.oldCount() == 0 ? 1 : 0) + oldSeen;
  }

  private int nextNew() {
    return header.newStart() + (header.newCount() == 0 ? 1 : 0) + newSeen;
  }

  /** A tail that a mail program broke off goes back to its line, or to the section of the header. */
  private boolean joinWrapped() {
    String tail = lines.line(at).strip();
    int space = tail.indexOf(' ');
    int firstWord = space < 0 ? tail.length() : space;
    boolean plausible = !justWrapped && !tail.startsWith(">") && !tail.startsWith("@@")
        && lines.length(at - 1) + 1 + firstWord >= MIN_WRAP_COLUMNS
        && goesOnBehind(at);
    if (plausible) {
      oddities.add("line was wrapped; joined to the line before");
      join(tail);
    }
    return plausible;
  }

  /** Behind a wrapped line the diff continues, perhaps after one context line that lost its space. */
  private boolean goesOnBehind(int number) {
    int next = lines.length(number + 1) == 0 ? number + 2 : number + 1;
    boolean content = isBody(next) && lines.length(next) > 0;
    return content || lines.startsWith(number + 1, HunkHeader.MARK);
  }

  private void join(String tail) {
    if (body.isEmpty()) {
      section = section + " " + tail;
      return;
    }
    DiffLine last = body.removeLast();
    body.add(new DiffLine(last.kind(), last.text() + " " + tail, last.oldLine(), last.newLine()));
  }

  /**
   * The hunk ends here though its counts ask for more: another file begins, or the signature git
   * puts below a patch stands here and is no removed line.
   */
  private boolean isEndOfPatch(int number) {
    if (isSignatureMark(number)) {
      boolean completes = oldSeen + 1 == header.oldCount() && newSeen == header.newCount();
      return !completes && (!isBody(number + 1) || !lines.has(number + 1));
    }
    return lines.startsWith(number, "--- ") && !fitsCounts() && headers.at(number).isPresent();
  }

  /** Two lines more, one removed and one added, make the hunk whole: it is a patch of a patch. */
  private boolean fitsCounts() {
    return oldSeen + 1 == header.oldCount() && newSeen + 1 == header.newCount();
  }

  private boolean isSignatureMark(int number) {
    return lines.is(number, "-- ") || lines.is(number, "--");
  }

  /**
   * Hand-edited patches have more lines than they promise. Such lines count only if something that
   * can follow a hunk follows them; else they are prose or a list with dashes.
   */
  private void readBeyondCounts() {
    int end = at;
    boolean changes = false;
    while (lines.has(end) && isBody(end) && !isRule(end) && headers.at(end).isEmpty()) {
      changes |= lines.startsWith(end, "+") || lines.startsWith(end, "-");
      end++;
    }
    if (changes && lines.length(at) > 0 && isFollowedByDiff(end)) {
      while (at < end) {
        take(at++);
      }
    }
  }

  /** A line of dashes: the signature mark, or a rule drawn below a suggested diff. */
  private boolean isRule(int number) {
    if (!lines.startsWith(number, "--")) {
      return false;
    }
    String line = lines.line(number).stripTrailing();
    return line.equals("-".repeat(line.length()));
  }

  private boolean isFollowedByDiff(int end) {
    return !lines.has(end) || isSignatureMark(end) || lines.startsWith(end, HunkHeader.MARK)
        || headers.at(end).isPresent();
  }

  /** Blank lines between a hunk that was cut off and the prose behind it are no context. */
  private void dropEmptyTail() {
    while (at - 1 > headerLine && lines.length(at - 1) == 0 && !body.isEmpty()) {
      at--;
      body.removeLast();
      oldSeen--;
      newSeen--;
    }
  }
}
