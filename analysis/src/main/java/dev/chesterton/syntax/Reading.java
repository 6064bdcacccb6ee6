package dev.chesterton.syntax;

import dev.chesterton.syntax.Construct.Comment;
import dev.chesterton.syntax.Construct.FunctionDefinition;
import dev.chesterton.syntax.FunctionFinder.Body;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One text on its way through the room, from characters to constructs. */
final class Reading {

  /** Characters read of one text: room for any C file a person wrote. */
  static final int MAX_CHARACTERS = 2 * 1024 * 1024;

  private final String text;
  private final String heading;
  private final CodeText blanked;
  private final List<String> notes = new ArrayList<>();
  private final TreeMap<Integer, Body> bodies = new TreeMap<>();
  private final List<Construct> constructs = new ArrayList<>();
  private int errors;

  private Reading(String given, String heading) {
    this.text = cut(given);
    this.heading = heading;
    this.blanked = CodeText.of(text);
  }

  static Reading ofFile(String text) {
    Reading reading = new Reading(text, "");
    reading.read(false);
    return reading;
  }

  static Reading ofHunk(String text, String heading) {
    Reading reading = new Reading(text, heading);
    reading.read(true);
    return reading;
  }

  String text() {
    return text;
  }

  String code() {
    return new String(blanked.code());
  }

  /** In the order they begin, outer ones first. */
  List<Construct> constructs() {
    return List.copyOf(constructs);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Places the grammar did not understand; half of all hunks have some. */
  int errors() {
    return errors;
  }

  /** The function around a 0-based offset of the text, its head included. */
  Optional<String> enclosing(int offset) {
    Map.Entry<Integer, Body> before = bodies.floorEntry(offset);
    return before == null || before.getValue().end() <= offset
        ? Optional.empty()
        : Optional.of(before.getValue().name()).filter(name -> !name.isEmpty());
  }

  private String cut(String given) {
    if (given.length() <= MAX_CHARACTERS) {
      return given;
    }
    notes.add("cut after " + MAX_CHARACTERS + " of " + given.length() + " characters");
    int lineEnd = given.lastIndexOf('\n', MAX_CHARACTERS - 1);
    return given.substring(0, lineEnd < 0 ? MAX_CHARACTERS : lineEnd + 1);
  }

  private void read(boolean isHunk) {
    char[] rewritten = blanked.code();
    KernelMacros.rewrite(rewritten);
    HunkFrame frame = isHunk ? HunkFrame.around(rewritten, heading) : HunkFrame.NONE;
    String code = new String(rewritten);
    findFunctions(frame, code);
    readTree(frame, code);
    addComments();
    constructs.sort(
        Comparator.comparingInt((Construct c) -> c.lines().first())
            .thenComparingInt(c -> -c.lines().last()));
  }

  private void findFunctions(HunkFrame frame, String code) {
    char[] original = frame.apply(code()).toCharArray();
    char[] framed = frame.apply(code).toCharArray();
    int shift = frame.prefix().length();
    LineIndex lines = new LineIndex(text);
    for (Body body : FunctionFinder.find(original, framed)) {
      int start = body.start() - shift;
      int end = Math.min(body.end() - shift, text.length());
      boolean isFrame = start < 0;
      String name = isFrame ? SectionHeading.functionName(heading).orElse("") : body.name();
      bodies.put(start, new Body(name, body.isStatic(), start, end));
      if (!isFrame && start < text.length()) {
        constructs.add(new FunctionDefinition(name, lines.lines(start, end), body.isStatic()));
      }
    }
  }

  private void readTree(HunkFrame frame, String code) {
    try {
      Optional<Framed> best = parse(frame, code);
      if (best.isEmpty()) {
        notes.add("gave up parsing, the text takes too long; functions and comments only");
        return;
      }
      errors = best.get().tree().errors();
      int shift = best.get().frame().prefix().length();
      char[] framed = best.get().frame().apply(code).toCharArray();
      SourceText source = new SourceText(text, framed, shift);
      constructs.addAll(
          ConstructReader.read(best.get().tree(), source, offset -> enclosing(offset - shift)));
      if (source.isExhausted()) {
        notes.add("stopped reading, calls and conditions are nested too deep");
      }
    } catch (IllegalStateException noLibrary) {
      notes.add(String.valueOf(noLibrary.getMessage()));
    }
  }

  /** Tries the frame, and without it if something is not understood: the fewer errors win. */
  private Optional<Framed> parse(HunkFrame frame, String code) {
    TreeSitterParser parser = TreeSitterParser.c();
    Optional<Framed> framed = parser.parse(frame.apply(code)).map(t -> new Framed(frame, t));
    boolean isDone = framed.isEmpty() || framed.get().tree().errors() == 0;
    if (isDone || frame.equals(HunkFrame.NONE)) {
      return framed;
    }
    Optional<Framed> bare = parser.parse(code).map(tree -> new Framed(HunkFrame.NONE, tree));
    return Stream.of(framed, bare)
        .flatMap(Optional::stream)
        .min(Comparator.comparingInt(f -> f.tree().errors()));
  }

  private void addComments() {
    LineIndex lines = new LineIndex(text);
    for (CodeText.Span span : blanked.comments()) {
      constructs.add(
          new Comment(
              text.substring(span.start(), span.end()).strip(),
              lines.lines(span.start(), span.end())));
    }
  }

  private record Framed(HunkFrame frame, SyntaxTree tree) {}
}
