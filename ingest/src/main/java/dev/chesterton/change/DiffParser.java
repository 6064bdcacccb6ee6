package dev.chesterton.change;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import dev.chesterton.source.ReadLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads the diff in a text as {@code git am} would apply it, and goes on where git stops. Lines that
 * do not begin in the first column, quoted ones among them, are no diff. Binary content is marked
 * and skipped, never unpacked. The time grows with the length of the text.
 */
public final class DiffParser {

  /** Beyond these, a damaged patch says nothing new about itself. */
  private static final int MAX_PROBLEMS = 100;

  private final TextLines lines;
  private final ReadLimits limits;
  private final BiFunction<TextLines, Integer, Optional<PatchId>> id;
  private final FileHeaderReader headers;
  private final List<FileChange> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private Optional<FileHeader> open = Optional.empty();
  private List<Hunk> hunks = new ArrayList<>();
  private boolean binary;
  private boolean signed;
  private int hunkCount;
  private int firstLine;
  private int lastLine;

  private DiffParser(TextLines lines, ReadLimits limits,
      BiFunction<TextLines, Integer, Optional<PatchId>> id) {
    this.id = id;
    this.lines = lines;
    this.limits = limits;
    this.headers = new FileHeaderReader(lines);
  }

  /**
   * Reads all file changes from a line on.
   *
   * @param text lines ended by {@code \n}; if the diff has {@code \r\n} these count as {@code \n}
   * @param firstLine 1-based; what stands above is not looked at
   * @return {@link DiffText#NONE} where there is no diff; the problems name the line
   */
  public static Parsed<DiffText> parse(String text, int firstLine) {
    return parse(TextLines.of(text), firstLine, ReadLimits.DEFAULT);
  }

  /** As above, of a text that was cut into lines already. */
  public static Parsed<DiffText> parse(TextLines lines, int firstLine,
      ReadLimits limits) {
    return parse(lines, firstLine, limits, PatchIdReader::read);
  }

  /** As above, without the id, which takes longer to make the first time than to read the diff. */
  public static Parsed<DiffText> parseWithoutId(TextLines lines, int firstLine,
      ReadLimits limits) {
    return parse(lines, firstLine, limits, (_, _) -> Optional.empty());
  }

  private static Parsed<DiffText> parse(TextLines lines, int firstLine, ReadLimits limits,
      BiFunction<TextLines, Integer, Optional<PatchId>> id) {
    boolean carriageReturns = hasCarriageReturns(lines, firstLine);
    DiffParser parser = new DiffParser(carriageReturns ? lines.withoutCarriageReturns() : lines,
        limits, id);
    if (carriageReturns) {
      parser.problem(firstLine, "lines of the diff end in CR LF; read as LF");
    }
    return parser.parseFrom(Math.max(1, firstLine));
  }

  /** Git's own lines tell: a file with such line ends has them in the body alone. */
  private static boolean hasCarriageReturns(TextLines lines, int firstLine) {
    for (int number = firstLine; number <= lines.count(); number++) {
      if (lines.startsWith(number, GitHeader.MARK) || lines.startsWith(number, HunkHeader.MARK)) {
        return lines.line(number).endsWith("\r");
      }
    }
    return false;
  }

  private Parsed<DiffText> parseFrom(int start) {
    int number = start;
    while (lines.has(number)) {
      number = readAt(number);
    }
    close();
    DiffText diff = files.isEmpty()
        ? DiffText.NONE
        : new DiffText(new Change(files), firstLine, lastLine,
            id.apply(lines, idStart(start)));
    return new Parsed<>(diff, problems);
  }

  /** Nothing below this line is read. */
  private int cut(int number) {
    problems.add(new Problem("line " + number,
        "diff cut at %d files and %d hunks".formatted(limits.maxFiles(), limits.maxHunks())));
    return lines.count() + 1;
  }

  /** Reads what begins on this line and returns the first line behind it. */
  private int readAt(int number) {
    Optional<FileHeader> header = headers.at(number);
    if (header.isPresent()) {
      return open(header.get(), number);
    }
    if (lines.startsWith(number, "@@")) {
      return readHunk(number);
    }
    if (open.isPresent() && hunks.isEmpty() && isBinaryMark(number)) {
      return skipBinary(number);
    }
    signed |= lines.is(number, "-- ");
    return number + 1;
  }

  private int open(FileHeader header, int number) {
    close();
    if (files.size() == limits.maxFiles()) {
      return cut(number);
    }
    if (signed) {
      problem(number, "another diff behind the signature; git applies it too");
      signed = false;
    }
    open = Optional.of(header);
    firstLine = firstLine == 0 ? number : firstLine;
    lastLine = header.endLine();
    return header.endLine() + 1;
  }

  private void close() {
    open.filter(this::isChange)
        .ifPresent(header -> files.add(new FileChange(kind(header),
            header.oldPath(), header.newPath(), binary, binary ? List.of() : hunks)));
    open = Optional.empty();
    hunks = new ArrayList<>();
    binary = false;
  }

  private boolean isChange(FileHeader header) {
    boolean change = header.meaningful() || binary || !hunks.isEmpty();
    if (!change) {
      problem(header.endLine(), "header of '%s' without a change".formatted(header.newPath()));
    }
    return change;
  }

  /** A plain diff of a new file need not say so in its names. */
  private FileChange.Kind kind(FileHeader header) {
    boolean plain = !header.git() && header.kind() == FileChange.Kind.MODIFIED && hunks.size() == 1;
    if (plain && hunks.getFirst().oldStart() == 0) {
      return FileChange.Kind.ADDED;
    }
    return plain && hunks.getFirst().newStart() == 0 ? FileChange.Kind.DELETED : header.kind();
  }

  private int readHunk(int number) {
    Optional<HunkHeader> header = HunkHeader.parse(lines.line(number));
    if (header.isEmpty() || open.isEmpty() || binary) {
      skipped(number);
      return number + 1;
    }
    if (hunkCount == limits.maxHunks()) {
      return cut(number);
    }
    if (number != lastLine + 1) {
      problem(number, "hunk apart from its file; taken as one of '%s'".formatted(path()));
    }
    HunkReader reader = new HunkReader(lines, headers, header.get(), number);
    hunks.add(reader.read());
    hunkCount++;
    reader.oddities().forEach(oddity -> problem(number, "'%s': %s".formatted(path(), oddity)));
    lastLine = reader.nextLine() - 1;
    return reader.nextLine();
  }

  private void skipped(int number) {
    if (lines.startsWith(number, "@@@ -")) {
      problem(number, "combined diff of a merge skipped");
    } else if (lines.startsWith(number, HunkHeader.MARK)) {
      problem(number, "hunk without a file or with unreadable numbers skipped");
    }
  }

  private String path() {
    return open.map(header -> header.newPath().value()).orElse("");
  }

  private boolean isBinaryMark(int number) {
    String line = lines.line(number);
    boolean told = line.endsWith(" differ")
        && (line.startsWith("Binary files ") || line.startsWith("Files "));
    return number == lastLine + 1 && (told || line.equals("GIT binary patch"));
  }

  /** The content, forward and backward, are two blocks that each end with an empty line. */
  private int skipBinary(int number) {
    binary = true;
    int next = number + 1;
    while (lines.startsWith(next, "literal ") || lines.startsWith(next, "delta ")) {
      while (lines.length(next) > 0) {
        next++;
      }
      next++;
    }
    lastLine = Math.min(next - 1, lines.count());
    return next;
  }

  /** Patch ids begin with the line {@code diff ...} that other tools write above a plain header. */
  private int idStart(int start) {
    int line = firstLine;
    while (line > start && (lines.startsWith(line - 1, "===") || lines.startsWith(line - 1, "diff ")
        || lines.startsWith(line - 1, "Index: "))) {
      line--;
    }
    return line;
  }

  private void problem(int number, String what) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new Problem("line " + number, what));
    }
  }
}
