package dev.chesterton.finding.rank;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which call takes whose place, and which only looks as if it did.
 *
 * @param same for a name those that do at least as much
 * @param less for a name those that do less
 */
public record Equivalents(Map<String, Set<String>> same, Map<String, Set<String>> less) {

  public Equivalents {
    same = Collections.unmodifiableMap(new TreeMap<>(same));
    less = Collections.unmodifiableMap(new TreeMap<>(less));
  }

  /** Whether one of those that do as much is there. */
  boolean isMadeGood(String name, Predicate<String> isThere) {
    return same.getOrDefault(name, Set.of()).stream().anyMatch(isThere);
  }

  /** Whether one of those that do less is there. */
  boolean isLessened(String name, Predicate<String> isThere) {
    return less.getOrDefault(name, Set.of()).stream().anyMatch(isThere);
  }

  boolean doesLess(String name, String than) {
    return less.getOrDefault(than, Set.of()).contains(name);
  }

  /**
   * Reads a table: {@code same} or {@code less}, a name, then others; {@code #} begins a comment.
   *
   * @param file named in problems
   * @return what could be read; a line that could not is a problem
   */
  public static Parsed<Equivalents> read(String file, String text) {
    Map<String, Set<String>> same = new TreeMap<>();
    Map<String, Set<String>> less = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      List<String> words = List.of(lines.get(i).replaceFirst("#.*", "").strip().split("\\s+"));
      boolean isRule = words.size() > 2 && Set.of("same", "less").contains(words.getFirst());
      if (isRule) {
        (words.getFirst().equals("same") ? same : less)
            .computeIfAbsent(words.get(1), _ -> new HashSet<>())
            .addAll(words.subList(2, words.size()));
      } else if (!words.getFirst().isEmpty()) {
        problems.add(new Problem(file + ":" + (i + 1),
            "'" + lines.get(i) + "' is no rule: write same NAME OTHER... or less NAME OTHER..."));
      }
    }
    return new Parsed<>(new Equivalents(same, less), problems);
  }
}
