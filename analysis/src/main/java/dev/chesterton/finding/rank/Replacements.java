package dev.chesterton.finding.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which removed lines of a patch stand again, in other words, among its added lines. */
final class Replacements {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*|\\d\\w*");

  /** A name on more added lines than this tells no pair. */
  private static final int MOST_LINES = 200;

  private final ReadChange patch;
  private final Equivalents equivalents;
  private final Map<Frame, List<List<String>>> frames = new HashMap<>();
  private final Map<String, List<Integer>> linesOf = new HashMap<>();
  private final List<Set<String>> namesOf = new ArrayList<>();
  private final Map<String, Integer> swaps = new HashMap<>();

  /** What is left of a line of a hunk without its words. */
  private record Frame(int hunk, String signs) {
    static Frame of(ReadLine line) {
      return new Frame(line.hunk(), WORD.matcher(line.code().code()).replaceAll("@"));
    }
  }

  private Replacements(ReadChange patch, Equivalents equivalents) {
    this.patch = patch;
    this.equivalents = equivalents;
  }

  static Replacements of(ReadChange patch, Equivalents equivalents) {
    Replacements replacements = new Replacements(patch, equivalents);
    replacements.readAdded();
    patch.removed().forEach(replacements::readSwaps);
    return replacements;
  }

  private void readAdded() {
    for (ReadLine line : patch.added()) {
      if (!line.code().code().isEmpty()) {
        frames.computeIfAbsent(Frame.of(line), _ -> new ArrayList<>()).add(words(line));
        Set<String> names = new HashSet<>(line.code().names());
        names.forEach(
            name -> linesOf.computeIfAbsent(name, _ -> new ArrayList<>()).add(namesOf.size()));
        namesOf.add(names);
      }
    }
  }

  private static List<String> words(ReadLine line) {
    return WORD.matcher(line.code().code()).results().map(match -> match.group()).toList();
  }

  /** The pair that differs least, if it differs in no more than half of its words, tells which name took whose place. */
  private void readSwaps(ReadLine line) {
    if (line.code().code().isEmpty()) {
      return;
    }
    List<String> before = words(line);
    List<String> best = List.of();
    for (List<String> after : frames.getOrDefault(Frame.of(line), List.of())) {
      List<String> swapped = new ArrayList<>();
      for (int i = 0; i < before.size(); i++) {
        if (!before.get(i).equals(after.get(i))
            && !equivalents.doesLess(after.get(i), before.get(i))) {
          swapped.add(before.get(i));
        }
      }
      boolean isPair = !swapped.isEmpty() && swapped.size() <= Math.max(1, before.size() / 2);
      if (isPair && (best.isEmpty() || swapped.size() < best.size())) {
        best = swapped;
      }
    }
    best.forEach(name -> swaps.merge(name, 1, Integer::sum));
  }

  /** Whether an added line of the same hunk differs in words only. */
  boolean isReplaced(ReadLine line) {
    return !line.code().code().isEmpty() && frames.containsKey(Frame.of(line));
  }

  /** Whether at least half of the places where a name is lost have another name there now. */
  boolean isReplaced(String name, Balance balance) {
    return 2 * swaps.getOrDefault(name, 0) >= balance.lost(name);
  }

  /** Names in common with the most similar added line, of all names of both; 0 to 1. */
  double similarity(ReadLine line) {
    Set<String> names = new HashSet<>(line.code().names());
    Map<Integer, Integer> shared = new HashMap<>();
    for (String name : names) {
      List<Integer> candidates = linesOf.getOrDefault(name, List.of());
      if (candidates.size() < MOST_LINES) {
        candidates.forEach(candidate -> shared.merge(candidate, 1, Integer::sum));
      }
    }
    double best = 0;
    for (Map.Entry<Integer, Integer> candidate : shared.entrySet()) {
      int all = names.size() + namesOf.get(candidate.getKey()).size();
      best = Math.max(best, 2.0 * candidate.getValue() / all);
    }
    return best;
  }
}
