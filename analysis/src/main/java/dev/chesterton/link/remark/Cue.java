package dev.chesterton.link.remark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A phrase that says something of where its speaker stands.
 *
 * @param weight in tenths of an objection
 * @param atStart only at the beginning of a sentence
 * @param parts words that may stand at each place; an empty set is a gap of at most {@link #GAP} words
 */
record Cue(Kind kind, int weight, boolean atStart, List<Set<String>> parts) {
  private static final int GAP = 3;

  /** What a phrase says; the name in lower case is that of its section in {@code cues.txt}. */
  enum Kind {
    REFUSES, AGAINST, FOR, SLIGHT, AGREES, WITHDRAWS, ASKS
  }

  /** @param line {@code WEIGHT PHRASE}: alternatives parted by {@code /}, {@code ..} a gap, {@code ^} a beginning */
  static Cue parse(Kind kind, String line) {
    List<String> fields = List.of(line.strip().split("\\s+"));
    boolean atStart = fields.get(1).equals("^");
    List<Set<String>> parts = new ArrayList<>();
    for (String field : fields.subList(atStart ? 2 : 1, fields.size())) {
      parts.add(field.equals("..") ? Set.of() : Set.of(field.split("/")));
    }
    return new Cue(kind, Integer.parseInt(fields.getFirst()), atStart, List.copyOf(parts));
  }

  /** Index behind the phrase, where it stands at that index of a sentence. */
  Optional<Integer> match(List<String> words, int at) {
    if (atStart && at > 0) {
      return Optional.empty();
    }
    Set<Integer> reached = Set.of(at);
    for (Set<String> part : parts) {
      reached = part.isEmpty() ? overGap(reached) : over(part, reached, words);
    }
    return reached.stream().min(Integer::compare);
  }

  private static Set<Integer> overGap(Set<Integer> from) {
    Set<Integer> reached = new HashSet<>();
    for (int at : from) {
      for (int skipped = 0; skipped <= GAP; skipped++) {
        reached.add(at + skipped);
      }
    }
    return reached;
  }

  private static Set<Integer> over(Set<String> part, Set<Integer> from, List<String> words) {
    Set<Integer> reached = new HashSet<>();
    for (int at : from) {
      if (at < words.size() && part.contains(words.get(at))) {
        reached.add(at + 1);
      }
    }
    return reached;
  }
}
