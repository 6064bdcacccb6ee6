package dev.chesterton.finding.rank;

import dev.chesterton.syntax.CodeLine;
import dev.chesterton.syntax.CodeLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a change, or a series, does to lines and names: how often each is there afterwards, compared with before. */
final class Balance {
  private static final Pattern DEFINE = Pattern.compile("# ?define (\\w+).*");
  private static final Pattern ENUMERATOR = Pattern.compile("([A-Z][A-Z0-9_]+) ?(?:=[^;]*)?,");
  private static final Pattern MEMBER = Pattern.compile(
      "(?:[A-Za-z_]\\w*[ *]+)+\\**([A-Za-z_]\\w*)(?:\\[[^\\]]*\\])* ?(?:: ?\\d+ ?)?;");

  private final Map<String, Integer> names = new HashMap<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<Long, Integer> addedLines = new HashMap<>();
  private final Map<Long, Integer> removedLines = new HashMap<>();
  private final Set<String> declaredBefore = new HashSet<>();
  private final Set<String> declaredAfter = new HashSet<>();
  private final Set<String> definedBefore = new HashSet<>();
  private final Set<String> definedAfter = new HashSet<>();

  void remove(ReadLine line) {
    count(line.code(), -1);
    removedLines.merge(line.key().value(), 1, Integer::sum);
    CodeLines.head(line.code(), line.line().text()).ifPresent(definedBefore::add);
    declared(line).ifPresent(declaredBefore::add);
  }

  void add(ReadLine line) {
    count(line.code(), 1);
    addedLines.merge(line.key().value(), 1, Integer::sum);
    CodeLines.head(line.code(), line.line().text()).ifPresent(definedAfter::add);
    declared(line).ifPresent(declaredAfter::add);
  }

  void keep(ReadLine line) {
    CodeLines.head(line.code(), line.line().text()).ifPresent(definedAfter::add);
  }

  void addAll(Balance other) {
    other.names.forEach((name, times) -> names.merge(name, times, Integer::sum));
    other.calls.forEach((name, times) -> calls.merge(name, times, Integer::sum));
    other.addedLines.forEach((key, times) -> addedLines.merge(key, times, Integer::sum));
    other.removedLines.forEach((key, times) -> removedLines.merge(key, times, Integer::sum));
    declaredBefore.addAll(other.declaredBefore);
    declaredAfter.addAll(other.declaredAfter);
    definedBefore.addAll(other.definedBefore);
    definedAfter.addAll(other.definedAfter);
  }

  private void count(CodeLine code, int by) {
    code.names().forEach(name -> names.merge(name, by, Integer::sum));
    code.calls().forEach(name -> calls.merge(name, by, Integer::sum));
  }

  /** A macro, an enumerator, or a member or variable outside of functions. */
  private static Optional<String> declared(ReadLine line) {
    String code = line.code().code();
    return switch (line.code().kind()) {
      case DIRECTIVE -> first(DEFINE.matcher(code));
      case DECLARATION -> line.code().function().isEmpty()
          ? first(MEMBER.matcher(code))
          : Optional.empty();
      case OTHER, ASSIGNMENT -> first(ENUMERATOR.matcher(code));
      default -> Optional.empty();
    };
  }

  private static Optional<String> first(Matcher matcher) {
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** How many times less a name is there, 0 where it is not. */
  int lost(String name) {
    return Math.max(0, -names.getOrDefault(name, 0));
  }

  /** How many times less a function is called. */
  int lostCalls(String name) {
    return Math.max(0, -calls.getOrDefault(name, 0));
  }

  int gainedCalls(String name) {
    return Math.max(0, calls.getOrDefault(name, 0));
  }

  int addedLines(long key) {
    return addedLines.getOrDefault(key, 0);
  }

  int removedLines(long key) {
    return removedLines.getOrDefault(key, 0);
  }

  Set<String> names() {
    return names.keySet();
  }

  Set<String> calls() {
    return calls.keySet();
  }

  /** A definition or declaration goes and does not come back: the name means nothing afterwards. */
  boolean isGone(String name) {
    return isUndefined(name) || declaredBefore.contains(name) && !declaredAfter.contains(name);
  }

  /** A function definition goes and does not come back. */
  boolean isUndefined(String function) {
    return definedBefore.contains(function) && !definedAfter.contains(function);
  }
}
