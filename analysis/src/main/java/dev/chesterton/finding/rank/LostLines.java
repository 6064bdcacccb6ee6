package dev.chesterton.finding.rank;

import dev.chesterton.syntax.CodeLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What one patch of a series takes away, line by line and name by name. */
final class LostLines {

  /** Of a function whose head goes, the share of lines that come back from which on it was moved or renamed. */
  private static final double MOSTLY = 0.5;

  /** More functions than this that go together are a feature. */
  private static final int MOST_FUNCTIONS = 5;

  /** A shorter name, or one without an underscore, is a local variable as often as not. */
  private static final int SHORTEST_NAME = 6;

  /** Words of two names in common, of all their words, from which on one replaces the other. */
  private static final double SAME_WORDS = 0.5;

  private static final Pattern REASON = Pattern.compile(
      "(?i)\\b(?:must|never|rac(?:e|es|ing)|deadlock|order(?:ing)?|barrier|because|otherwise"
          + "|prevent|avoid|ensure|make sure|need(?:s|ed)?|protect|safe|concurrent|before|so that"
          + "|careful|corrupt|leak|hold|still|don't|do not|cannot|can't|only|without|in case"
          + "|fallback|workaround|bug)\\b");

  private final ReadChange patch;
  private final Balance series;
  private final Equivalents equivalents;
  private final Replacements replacements;
  private final Set<String> goneFunctions;
  private final Set<String> lostNames = new TreeSet<>();
  private final Set<String> goneNames = new TreeSet<>();
  private final Set<String> lostCalls = new TreeSet<>();
  private final List<LostLine> lines = new ArrayList<>();

  private LostLines(ReadChange patch, Balance series, Equivalents equivalents) {
    this.patch = patch;
    this.series = series;
    this.equivalents = equivalents;
    this.replacements = Replacements.of(patch, equivalents);
    this.goneFunctions = goneFunctions();
  }

  static LostLines of(ReadChange patch, Balance series, Equivalents equivalents) {
    LostLines lost = new LostLines(patch, series, equivalents);
    lost.readNames();
    lost.readLines();
    return lost;
  }

  List<LostLine> lines() {
    return lines;
  }

  /** Names used less often by patch and series that still mean something and were not replaced one by one. */
  Set<String> lostNames() {
    return lostNames;
  }

  /**
   * Most of what goes is whole functions, and these are a file or a family, or leave no trace in functions that stay. A
   * worker that goes with the places that start it is no whole.
   */
  boolean isWhole() {
    long code = lines.stream().filter(line -> !line.line().code().names().isEmpty()).count();
    long gone = lines.stream()
        .filter(line -> line.isInGone() && !line.line().code().names().isEmpty())
        .count();
    boolean isFamily = goneFunctions.size() > MOST_FUNCTIONS
        || lines.stream().anyMatch(line -> line.line().isFileGone());
    return code > 0 && gone >= MOSTLY * code
        && (isFamily || lines.stream().noneMatch(LostLine::isLostEffect));
  }

  /** Functions called less often, on lines that are lost inside functions that stay, and not replaced by a namesake. */
  Set<String> lostCalls() {
    return lostCalls;
  }

  private void readNames() {
    for (String name : patch.balance().names()) {
      if (patch.balance().lost(name) > 0 && series.lost(name) > 0) {
        if (series.isGone(name)) {
          goneNames.add(name);
        } else if (saysSomething(name) && !isReplaced(name)) {
          lostNames.add(name);
        }
      }
    }
  }

  private boolean isReplaced(String name) {
    return replacements.isReplaced(name, patch.balance())
        || equivalents.isMadeGood(name, other -> series.gainedCalls(other) > 0);
  }

  private boolean saysSomething(String name) {
    return name.contains("_") && name.length() >= SHORTEST_NAME
        || patch.balance().lostCalls(name) > 0 && series.lostCalls(name) > 0;
  }

  private Set<String> goneFunctions() {
    Map<String, int[]> counts = new HashMap<>();
    for (ReadLine line : patch.removed()) {
      line.code().function().filter(series::isUndefined).ifPresent(function -> {
        int[] count = counts.computeIfAbsent(function, _ -> new int[2]);
        count[0]++;
        count[1] += series.addedLines(line.key().value()) > 0 ? 1 : 0;
      });
    }
    Set<String> gone = new HashSet<>();
    counts.forEach((function, count) -> {
      if (count[1] < MOSTLY * count[0]) {
        gone.add(function);
      }
    });
    return gone;
  }

  private void readLines() {
    Map<Long, Integer> seen = new HashMap<>();
    for (ReadLine line : patch.removed()) {
      int nth = seen.merge(line.key().value(), 1, Integer::sum);
      lines.add(read(line, nth));
    }
    lines.stream()
        .filter(LostLine::isLostInside)
        .forEach(line -> lostCalls.addAll(line.lostCalls()));
    lostCalls.removeIf(this::isRenamed);
  }

  private boolean isRenamed(String call) {
    Set<String> words = words(call);
    return patch.balance()
        .calls()
        .stream()
        .anyMatch(other -> patch.balance().gainedCalls(other) > 0
            && !equivalents.doesLess(other, call) && isSame(words, words(other)));
  }

  private static boolean isSame(Set<String> words, Set<String> others) {
    Set<String> both = new HashSet<>(words);
    both.retainAll(others);
    int all = words.size() + others.size() - both.size();
    return !both.isEmpty() && both.size() >= SAME_WORDS * all;
  }

  private static Set<String> words(String name) {
    Set<String> words = new HashSet<>();
    for (String word : name.split("_")) {
      if (word.length() > 1) {
        words.add(word);
      }
    }
    return words;
  }

  private LostLine read(ReadLine line, int nth) {
    CodeLine code = line.code();
    List<String> names = code.names().stream().distinct().filter(lostNames::contains).toList();
    List<String> calls = code.calls().stream().distinct().filter(lostNames::contains).toList();
    boolean isLessened = calls.stream()
        .anyMatch(call -> equivalents.isLessened(call,
            other -> patch.balance().gainedCalls(other) > 0));
    long key = line.key().value();
    boolean isMoved = series.addedLines(key) > 0
        && (series.removedLines(key) <= series.addedLines(key)
            || nth <= patch.balance().addedLines(key));
    boolean isInGone = line.isFileGone()
        || code.function().filter(goneFunctions::contains).isPresent();
    return new LostLine(line, names, calls, isMoved,
        !isLessened && replacements.isReplaced(line),
        isLessened || series.addedLines(key) > 0 ? 0 : replacements.similarity(line), isInGone,
        series.addedLines(key) > 0, patch.balance().addedLines(key) > 0,
        code.names().stream().anyMatch(goneNames::contains), nth > 1,
        code.isComment() && REASON.matcher(line.line().text()).find()
            && series.addedLines(key) == 0);
  }

}
