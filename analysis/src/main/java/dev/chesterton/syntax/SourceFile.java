package dev.chesterton.syntax;

import dev.chesterton.syntax.Construct.Call;
import dev.chesterton.syntax.Construct.FunctionDefinition;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A C text that was read: a whole file, or one side of one hunk.
 *
 * <p>Immutable, and free of native memory. No text makes it throw: what could not be read stands
 * in {@link #notes()}. Lines are 1-based and count in the given text; a line outside it has
 * nothing. Same text, same result, unless it is so hostile that parsing is stopped by a stopwatch;
 * then a note says so.
 */
public final class SourceFile {

  private static final Set<String> KEYWORDS = Set.of(
      """
          auto break case char const continue default do double else enum extern float for goto if
          inline int long register return short signed sizeof static struct switch typedef union
          unsigned void volatile while
          """
          .strip()
          .split("\\s+"));

  private final Reading reading;
  private final String code;
  private final LineIndex lines;
  private final List<Construct> constructs;

  private SourceFile(Reading reading) {
    this.reading = reading;
    this.code = reading.code();
    this.lines = new LineIndex(reading.text());
    this.constructs = reading.constructs();
  }

  /** Reads a whole file, or any text that begins outside a function. */
  public static SourceFile parse(String cText) {
    return new SourceFile(Reading.ofFile(cText));
  }

  /**
   * Reads the pre-image or post-image of one hunk, which may begin and end anywhere.
   *
   * @param hunkText lines of that side, without the column of signs
   * @param sectionHeading what git prints after the second {@code @@}
   */
  public static SourceFile ofHunk(String hunkText, Optional<String> sectionHeading) {
    return new SourceFile(Reading.ofHunk(hunkText, sectionHeading.orElse("")));
  }

  /** Everything found, in the order it begins; what begins on one line, outermost first. */
  public List<Construct> constructs() {
    return constructs;
  }

  /** What holds or touches this 1-based line, innermost first: the fewest lines, the latest. */
  public List<Construct> at(int line) {
    return constructs.stream()
        .filter(construct -> construct.lines().contains(line))
        .toList()
        .reversed()
        .stream()
        .sorted(Comparator.comparingInt(construct -> construct.lines().length()))
        .toList();
  }

  /**
   * The function whose head or body holds the beginning of a 1-based line, found by its braces.
   *
   * @return its name; for a hunk that begins inside a function the name in its heading
   */
  public Optional<String> enclosingFunction(int line) {
    return isInText(line) ? reading.enclosing(firstWord(line)) : Optional.empty();
  }

  /**
   * Names on a 1-based line in the order they stand there, macros and annotations among them;
   * keywords, comments and literals are left out.
   */
  public Set<String> identifiers(int line) {
    Set<String> result = new LinkedHashSet<>();
    if (isInText(line)) {
      String text = code.substring(lines.start(line), lines.start(line + 1));
      Tokens tokens = Tokens.of(text.toCharArray());
      for (int token = 0; token < tokens.count(); token++) {
        if (tokens.isName(token) && !KEYWORDS.contains(tokens.word(token))) {
          result.add(tokens.word(token));
        }
      }
    }
    return Collections.unmodifiableSet(result);
  }

  /** Names of the functions whose head stands in this text, in its order. */
  public Set<String> definedFunctions() {
    Set<String> result = new LinkedHashSet<>();
    for (Construct construct : constructs) {
      if (construct instanceof FunctionDefinition function) {
        result.add(function.name());
      }
    }
    return Collections.unmodifiableSet(result);
  }

  /** All calls, in the order they begin. */
  public List<Call> calls() {
    return constructs.stream()
        .filter(Call.class::isInstance)
        .map(Call.class::cast)
        .toList();
  }

  /** What was not read and why, one sentence each; empty if all was. */
  public List<String> notes() {
    return reading.notes();
  }

  /** How many places the grammar did not understand, for measurements. */
  int errors() {
    return reading.errors();
  }

  private boolean isInText(int line) {
    return line >= 1 && line <= lines.count();
  }

  /** Offset of the first sign on a line, or of its start if it is blank. */
  private int firstWord(int line) {
    int end = lines.start(line + 1);
    int at = lines.start(line);
    while (at < end && code.charAt(at) <= ' ') {
      at++;
    }
    return at < end ? at : lines.start(line);
  }
}
