package dev.chesterton.link.remark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The phrases of {@code cues.txt}, and where they stand in a sentence. */
final class Cues {
  private static final Cues OF_PROGRAM = read();

  private final Map<String, List<Cue>> byFirstWord = new HashMap<>();

  private Cues(List<Cue> cues) {
    for (Cue cue : cues) {
      for (String word : cue.parts().getFirst()) {
        byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(cue);
      }
    }
  }

  static Cues ofProgram() {
    return OF_PROGRAM;
  }

  /** Whether a phrase of that kind stands in a sentence, whatever else its words are part of. */
  boolean say(Cue.Kind kind, String sentence) {
    return found(Words.of(sentence)).stream().anyMatch(found -> found.cue.kind() == kind);
  }

  /** Heaviest first; of phrases that overlap, only the heaviest counts. */
  List<Cue> in(String sentence) {
    List<String> words = Words.of(sentence);
    List<Found> found = found(words);
    found.sort(Found.HEAVIEST);
    List<Cue> cues = new ArrayList<>();
    boolean[] used = new boolean[words.size()];
    for (Found each : found) {
      if (each.take(used)) {
        cues.add(each.cue);
      }
    }
    return cues;
  }

  private List<Found> found(List<String> words) {
    List<Found> found = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      for (Cue cue : byFirstWord.getOrDefault(words.get(at), List.of())) {
        int from = at;
        cue.match(words, at).ifPresent(to -> found.add(new Found(cue, from, to)));
      }
    }
    return found;
  }

  private record Found(Cue cue, int from, int to) {
    static final Comparator<Found> HEAVIEST = Comparator
        .comparingInt((Found found) -> found.cue.weight())
        .reversed()
        .thenComparingInt(Found::from)
        .thenComparing(Found::to, Comparator.reverseOrder());

    /** Whether its words were free; they are not any more. */
    boolean take(boolean[] used) {
      for (int at = from; at < to; at++) {
        if (used[at]) {
          return false;
        }
      }
      for (int at = from; at < to; at++) {
        used[at] = true;
      }
      return true;
    }
  }

  private static Cues read() {
    List<Cue> cues = new ArrayList<>();
    Cue.Kind kind = Cue.Kind.AGAINST;
    for (String line : text().split("\n")) {
      if (line.startsWith("[")) {
        kind = Cue.Kind.valueOf(line.substring(1, line.indexOf(']')).toUpperCase(Locale.ROOT));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        cues.add(Cue.parse(kind, line));
      }
    }
    return new Cues(cues);
  }

  private static String text() {
    try (InputStream stream = Cues.class.getResourceAsStream("cues.txt")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
