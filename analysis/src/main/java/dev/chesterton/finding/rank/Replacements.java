package dev.chesterton.finding.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which removed lines of a patch stand again, in other words, among its added lines. */
final class Replacements {
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

    /** Written out: what the JVM makes of a record is made by each start anew. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Frame frame && hunk == frame.hunk && signs.equals(frame.signs);
    }

    @Override
    public int hashCode() {
      return 31 * hunk + signs.hashCode();
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
        List<String> words = new ArrayList<>();
        frames.computeIfAbsent(frame(line, words), _ -> new ArrayList<>()).add(words);
        Set<String> names = new HashSet<>(line.code().names());
        names.forEach(
            name -> linesOf.computeIfAbsent(name, _ -> new ArrayList<>()).add(namesOf.size()));
        namesOf.add(names);
      }
    }
  }

  /** The words go to the list, in their order. */
  private static Frame frame(ReadLine line, List<String> words) {
    String code = line.code().code();
    StringBuilder signs = new StringBuilder(code.length());
    int at = 0;
    while (at < code.length()) {
      int end = wordEnd(code, at);
      if (end > at) {
        words.add(code.substring(at, end));
        signs.append('@');
        at = end;
      } else {
        signs.append(code.charAt(at++));
      }
    }
    return new Frame(line.hunk(), signs.toString());
  }

  /** Where the run of letters, digits and underscores ends that begins here; here, where none does. */
  private static int wordEnd(String code, int start) {
    int end = start;
    while (end < code.length() && isWordPart(code.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWordPart(char c) {
    return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** The pair that differs least, if it differs in no more than half of its words, tells which name took whose place. */
  private void readSwaps(ReadLine line) {
    if (line.code().code().isEmpty()) {
      return;
    }
    List<String> before = new ArrayList<>();
    List<String> best = List.of();
    for (List<String> after : frames.getOrDefault(frame(line, before), List.of())) {
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
    return !line.code().code().isEmpty() && frames.containsKey(frame(line, new ArrayList<>()));
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
