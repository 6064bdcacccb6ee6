package dev.chesterton.web;

import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head;
import dev.chesterton.index.SoughtWords;
import dev.chesterton.index.SoughtWords.Place;
import dev.chesterton.index.StoredMail;
import dev.chesterton.patch.Posting;
import dev.chesterton.web.view.TextWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the lines of what a search found that say why it was found. */
final class Snippets {

  /** Lines of one mail or commit. */
  private static final int MOST = 2;

  /** No more of a mail is looked at (docs/limits.md): a page opens fifty of them. */
  private static final int MAX_CHARS = 100_000;

  private final SoughtWords words;
  private final Snapshot snapshot;

  Snippets(Criterion criterion, Snapshot snapshot) {
    this.words = SoughtWords.of(criterion);
    this.snapshot = snapshot;
  }

  /**
   * The best lines, in their order; none where only the title, the author or a label fits, and for a mail whose id shows
   * another one.
   */
  List<Snippet> of(Head head) {
    if (words.isEmpty()) {
      return List.of();
    }
    return switch (head) {
      case Head.MailHead mail -> snapshot.index()
          .mail(mail.id())
          .filter(stored -> stored.head().contentHash().equals(mail.contentHash()))
          .map(this::ofMail)
          .orElse(List.of());
      case Head.CommitHead commit -> snapshot.index()
          .commit(commit.id())
          .map(stored -> best(stored.lines(), Integer.MAX_VALUE, 1))
          .orElse(List.of());
    };
  }

  private List<Snippet> ofMail(StoredMail mail) {
    int diffLine = mail.posting() instanceof Posting.Patch patch ? patch.diffLine()
        : Integer.MAX_VALUE;
    return best(mail.posting().message().lines(), diffLine, 0);
  }

  /** @param titleLines lines in front that are shown as the title already */
  private List<Snippet> best(List<String> lines, int diffLine, int titleLines) {
    List<List<Place>> left = new ArrayList<>(
        words.in(lines.subList(0, looked(lines)), diffLine)
            .stream()
            .filter(place -> place.line() > titleLines)
            .collect(Collectors.groupingBy(Place::line, TreeMap::new, Collectors.toList()))
            .values());
    Set<Integer> seen = new HashSet<>();
    List<Snippet> chosen = new ArrayList<>();
    while (chosen.size() < MOST && !left.isEmpty()) {
      List<Place> next = left.stream()
          .min(Comparator.<List<Place>>comparingLong(places -> -fresh(places, seen))
              .thenComparingLong(places -> -fresh(places, Set.of()))
              .thenComparing(places -> line(lines, places).startsWith(">")))
          .orElseThrow();
      left.remove(next);
      next.forEach(place -> seen.add(place.sought()));
      chosen.add(Snippet.of(line(lines, next), next));
    }
    return chosen.stream().sorted(Comparator.comparingInt(Snippet::line)).toList();
  }

  private static String line(List<String> lines, List<Place> places) {
    return lines.get(places.getFirst().line() - 1);
  }

  /** How much of what is sought stands in a line and in none before; own words go before quoted ones. */
  private static long fresh(List<Place> places, Set<Integer> seen) {
    return places.stream()
        .map(Place::sought)
        .filter(sought -> !seen.contains(sought))
        .distinct()
        .count();
  }

  private static int looked(List<String> lines) {
    int shown = TextWriter.shownLines(lines);
    int chars = 0;
    int looked = 0;
    while (looked < shown && chars + lines.get(looked).length() <= MAX_CHARS) {
      chars += lines.get(looked).length() + 1;
      looked++;
    }
    return looked;
  }
}
