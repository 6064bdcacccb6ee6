package dev.chesterton.finding.rank;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns weights from lessons: a logistic regression over patches, and one over the lines of those patches of which it is
 * known which lines were needed. No chance is in it: the same lessons give the same weights.
 */
public final class Training {

  /** How strongly weights are drawn to 0; found by cross-validation, docs/fences.md. */
  private static final double PATCH_SHRINKAGE = 10;

  private static final double LINE_SHRINKAGE = 3;

  private Training() {}

  /**
   * Learns.
   *
   * @param lessons some of either kind
   * @param lookShare share of all patches, 0 to 1, that are to reach {@link Weights#look}
   * @throws IllegalArgumentException if all lessons are of one kind
   */
  public static Weights learn(List<Lesson> lessons, double lookShare) {
    if (lessons.stream().map(Lesson::wasNeeded).distinct().count() < 2) {
      throw new IllegalArgumentException("nothing to tell apart: all lessons are of one kind");
    }
    Map<String, Weights.Term> terms = new TreeMap<>();
    double bias = learnPatches(lessons, terms);
    learnLines(lessons, terms);
    Weights open = new Weights(terms, bias, Double.POSITIVE_INFINITY);
    double[] scores = lessons.stream()
        .mapToDouble(lesson -> score(lesson, open))
        .sorted()
        .toArray();
    int last = Math.clamp(Math.round((1 - lookShare) * scores.length), 0, scores.length - 1);
    return new Weights(terms, bias, scores[last]);
  }

  private static double score(Lesson lesson, Weights weights) {
    return weights.bias() + lesson.signals()
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .mapToDouble(signal -> weights.of(signal.getKey().word(), signal.getValue()))
        .sum();
  }

  private static double learnPatches(List<Lesson> lessons, Map<String, Weights.Term> terms) {
    List<Signal> signals = List.of(Signal.values());
    List<double[]> rows = lessons.stream()
        .map(lesson -> signals.stream()
            .mapToDouble(signal -> lesson.signals().getOrDefault(signal, 0.0))
            .toArray())
        .toList();
    double[] answers = lessons.stream()
        .mapToDouble(lesson -> lesson.wasNeeded() ? 1 : 0)
        .toArray();
    Scale scale = Scale.of(rows);
    double[] weights = LogisticRegression.fit(scale.apply(rows), answers, PATCH_SHRINKAGE);
    for (int i = 0; i < signals.size(); i++) {
      terms.put(signals.get(i).word(), scale.term(i, weights[i + 1]));
    }
    return weights[0];
  }

  private static void learnLines(List<Lesson> lessons, Map<String, Weights.Term> terms) {
    List<LineSignal> signals = List.of(LineSignal.values());
    List<LineChoice.Choice> choices = lessons.stream()
        .filter(lesson -> !lesson.needed().isEmpty()
            && lesson.needed().size() < lesson.lines().size())
        .map(lesson -> new LineChoice.Choice(lesson.lines()
            .stream()
            .map(line -> signals.stream()
                .mapToDouble(signal -> line.getOrDefault(signal, 0.0))
                .toArray())
            .toList(), lesson.needed()))
        .toList();
    if (choices.isEmpty()) {
      return;
    }
    Scale scale = Scale.of(choices.stream().flatMap(choice -> choice.rows().stream()).toList());
    double[] weights = LineChoice.fit(choices.stream()
        .map(choice -> new LineChoice.Choice(scale.apply(choice.rows()), choice.needed()))
        .toList(), LINE_SHRINKAGE);
    for (int i = 0; i < signals.size(); i++) {
      terms.put(signals.get(i).word(), scale.term(i, weights[i]));
    }
  }
}
