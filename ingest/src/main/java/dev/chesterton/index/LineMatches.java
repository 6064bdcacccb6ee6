package dev.chesterton.index;

import dev.chesterton.change.LineKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which document has which of the lines sought: a list of pairs of numbers, the fastest thing to sort and to walk. */
final class LineMatches {
  private final long[] keys;
  private long[] pairs = new long[256];
  private int count;

  /** @param keys those sought; a pair names one by its place here */
  LineMatches(long[] keys) {
    this.keys = keys;
  }

  void add(int document, int line) {
    if (count == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * count);
    }
    pairs[count++] = (long) document << Integer.SIZE | line;
  }

  int count() {
    return count;
  }

  private int document(int pair) {
    return (int) (pairs[pair] >>> Integer.SIZE);
  }

  private int line(int pair) {
    return (int) pairs[pair];
  }

  /**
   * What the wanted documents share, heaviest first, all that tie with the last one included; lines weigh by how many
   * known documents have them.
   *
   * @param least share of all the weight, below which a document is left out
   */
  List<LineTally> heaviest(ChangeFilter filter, int limit, double least) throws IOException {
    Arrays.sort(pairs, 0, count);
    int[] changes = new int[keys.length];
    List<Run> wanted = wanted(filter, changes);
    double[] weights = IntStream.of(changes).mapToDouble(LineQuery::rarity).toArray();
    double asked = Arrays.stream(weights).sum();
    List<Weighed> weighed = new ArrayList<>();
    for (Run run : wanted) {
      double weight = weight(run, weights);
      if (weight >= least * asked) {
        weighed.add(new Weighed(run, weight));
      }
    }
    weighed.sort(Comparator.comparingDouble(Weighed::weight).reversed());
    double last = limit < weighed.size() ? weighed.get(limit - 1).weight() : 0;
    return weighed.stream()
        .takeWhile(one -> one.weight() >= last)
        .map(one -> new LineTally(document(one.run().start()), shared(one.run()), one.weight(),
            asked))
        .toList();
  }

  /** The pairs of one document. */
  private record Run(int start, int end) {}

  private record Weighed(Run run, double weight) {}

  /** Those of wanted documents; counts in how many known ones each line is. */
  private List<Run> wanted(ChangeFilter filter, int[] changes) throws IOException {
    List<Run> wanted = new ArrayList<>();
    int start = 0;
    while (start < count) {
      int end = end(start);
      filter.to(document(start));
      if (filter.isKnown()) {
        for (int pair = start; pair < end; pair++) {
          changes[line(pair)]++;
        }
      }
      if (filter.isWanted()) {
        wanted.add(new Run(start, end));
      }
      start = end;
    }
    return wanted;
  }

  private double weight(Run run, double[] weights) {
    double weight = 0;
    for (int pair = run.start(); pair < run.end(); pair++) {
      weight += weights[line(pair)];
    }
    return weight;
  }

  private LineKeys shared(Run run) {
    return LineKeys
        .ofKeys(IntStream.range(run.start(), run.end()).mapToLong(pair -> keys[line(pair)]));
  }

  /** Behind the last pair of the document that has this one. */
  private int end(int start) {
    int end = start + 1;
    while (end < count && document(end) == document(start)) {
      end++;
    }
    return end;
  }
}
