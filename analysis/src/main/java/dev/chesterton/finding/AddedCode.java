package dev.chesterton.finding;

import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.Hunk;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.syntax.SourceFile;
import dev.chesterton.syntax.TruthComparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What one hunk puts in, read together with the lines around it. */
public final class AddedCode {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  /** Marks such as "\\ No newline at end of file" stand between the lines of a hunk; there are two at most. */
  private static final int MOST_MARKS = 2;

  private final FileChange file;
  private final Hunk hunk;
  private final List<DiffLine> after;
  private final List<String> mail;
  private Optional<SourceFile> code = Optional.empty();

  private AddedCode(FileChange file, Hunk hunk, List<String> mail) {
    this.file = file;
    this.hunk = hunk;
    this.after = hunk.lines().stream().filter(line -> !line.isRemoved()).toList();
    this.mail = mail;
  }

  static List<AddedCode> of(Patch patch) {
    List<String> mail = patch.message().lines();
    return patch.change()
        .files()
        .stream()
        .flatMap(file -> file.hunks()
            .stream()
            .filter(hunk -> hunk.lines().stream().anyMatch(DiffLine::isAdded))
            .map(hunk -> new AddedCode(file, hunk, mail)))
        .toList();
  }

  /** Whether its file is C, as far as the name tells. */
  public boolean isC() {
    return SeriesDiff.isC(file);
  }

  /** The added lines with such a text; C is read only for these. */
  public List<AddedLine> lines(Predicate<String> text) {
    return IntStream.range(0, after.size())
        .filter(at -> after.get(at).isAdded() && text.test(after.get(at).text()))
        .mapToObj(at -> line(after.get(at), functionAt(at + 1)))
        .toList();
  }

  /** The names on a line of this, in C those outside of comments and literals; in the order they stand there. */
  public Set<String> names(AddedLine line) {
    int at = IntStream.range(0, after.size())
        .filter(i -> after.get(i).isAdded() && after.get(i).newLine() == line.line())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a line of this hunk: " + line));
    return isC() ? code().identifiers(at + 1)
        : NAME.matcher(line.text())
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Truth values that an added line compares with something else, each with the first added line of it. */
  public List<Wrong> truthComparisons() {
    List<Wrong> wrong = new ArrayList<>();
    for (TruthComparison comparison : TruthComparison.in(text())) {
      IntStream.rangeClosed(comparison.lines().first(), comparison.lines().last())
          .mapToObj(number -> after.get(number - 1))
          .filter(DiffLine::isAdded)
          .findFirst()
          .map(line -> line(line, functionAt(comparison.lines().first())))
          .ifPresent(line -> wrong.add(new Wrong(line, comparison)));
    }
    return wrong;
  }

  /** A truth value that is compared, with the line where that begins. */
  public record Wrong(AddedLine line, TruthComparison comparison) {}

  /** The function that holds a 1-based line of this. */
  private Optional<String> functionAt(int number) {
    return isC() ? code().enclosingFunction(number) : Optional.empty();
  }

  /** Read once: of most hunks nobody asks. */
  private SourceFile code() {
    if (code.isEmpty()) {
      code = Optional.of(SourceFile.ofHunk(text(),
          Optional.of(hunk.section()).filter(section -> !section.isEmpty())));
    }
    return code.get();
  }

  private String text() {
    return String.join("\n", after.stream().map(DiffLine::text).toList()) + "\n";
  }

  private AddedLine line(DiffLine line, Optional<String> function) {
    return new AddedLine(file.newPath(), line.newLine(), mailLine(line), function, line.text());
  }

  private int mailLine(DiffLine line) {
    return mailLine(hunk, line, mail);
  }

  /** Where a line of a hunk stands in the text of the mail, 1-based. */
  static int mailLine(Hunk hunk, DiffLine line, List<String> mail) {
    int expected = hunk.textLine() + 1 + hunk.lines().indexOf(line);
    return Stream.iterate(expected, number -> number + 1)
        .limit(1L + MOST_MARKS)
        .filter(number -> number <= mail.size() && mail.get(number - 1).endsWith(line.text()))
        .findFirst()
        .orElse(expected);
  }
}
