package dev.chesterton.finding.rank;

import java.util.List;
import java.util.Set;

/**
 * Fits which line of a patch one would pick: each line has a chance by its weighed signals, those of one patch add up to
 * 1, and the chance to pick any needed one is made as large as can be (conditional logistic regression).
 */
final class LineChoice {
  private static final int STEPS = 400;
  private static final double STEP = 0.05;
  private static final double MEMORY = 0.9;
  private static final double LONG_MEMORY = 0.99;
  private static final double SMALL = 1e-8;

  private LineChoice() {}

  /**
   * Lines of one patch.
   *
   * @param needed numbers of rows
   */
  record Choice(List<double[]> rows, Set<Integer> needed) {}

  /** A weight for each column, by steps that shrink where the slope wavers (Adam, Kingma and Ba 2014). */
  static double[] fit(List<Choice> choices, double shrinkage) {
    int width = choices.getFirst().rows().getFirst().length;
    double[] weights = new double[width];
    double[] first = new double[width];
    double[] second = new double[width];
    for (int step = 1; step <= STEPS; step++) {
      double[] slope = slope(choices, weights, shrinkage);
      for (int i = 0; i < width; i++) {
        first[i] = MEMORY * first[i] + (1 - MEMORY) * slope[i];
        second[i] = LONG_MEMORY * second[i] + (1 - LONG_MEMORY) * slope[i] * slope[i];
        double mean = first[i] / (1 - Math.pow(MEMORY, step));
        double size = Math.sqrt(second[i] / (1 - Math.pow(LONG_MEMORY, step)));
        weights[i] -= STEP * mean / (size + SMALL);
      }
    }
    return weights;
  }

  private static double[] slope(List<Choice> choices, double[] weights, double shrinkage) {
    double[] slope = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      slope[i] = shrinkage * weights[i] / choices.size();
    }
    for (Choice choice : choices) {
      double[] chances = chances(choice, weights);
      double right = choice.needed().stream().mapToDouble(line -> chances[line]).sum();
      for (int line = 0; line < chances.length; line++) {
        double wanted = choice.needed().contains(line) ? chances[line] / right : 0;
        for (int i = 0; i < weights.length; i++) {
          slope[i] += (chances[line] - wanted) * choice.rows().get(line)[i] / choices.size();
        }
      }
    }
    return slope;
  }

  private static double[] chances(Choice choice, double[] weights) {
    double[] chances = new double[choice.rows().size()];
    double most = Double.NEGATIVE_INFINITY;
    for (int line = 0; line < chances.length; line++) {
      for (int i = 0; i < weights.length; i++) {
        chances[line] += weights[i] * choice.rows().get(line)[i];
      }
      most = Math.max(most, chances[line]);
    }
    double sum = 0;
    for (int line = 0; line < chances.length; line++) {
      chances[line] = Math.exp(chances[line] - most);
      sum += chances[line];
    }
    for (int line = 0; line < chances.length; line++) {
      chances[line] /= sum;
    }
    return chances;
  }
}
