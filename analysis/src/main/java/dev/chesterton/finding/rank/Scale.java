package dev.chesterton.finding.rank;

import java.util.List;

/** Mean and deviation of each column, so that weights can be compared. */
final class Scale {

  /** A column that is always the same says nothing, whatever it is divided by. */
  private static final double LEAST = 1e-6;

  private final double[] means;
  private final double[] deviations;

  private Scale(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  /** @param rows at least one, all of one width */
  static Scale of(List<double[]> rows) {
    int width = rows.getFirst().length;
    double[] means = new double[width];
    double[] squares = new double[width];
    for (double[] row : rows) {
      for (int i = 0; i < width; i++) {
        means[i] += row[i] / rows.size();
        squares[i] += row[i] * row[i] / rows.size();
      }
    }
    double[] deviations = new double[width];
    for (int i = 0; i < width; i++) {
      double variance = Math.max(0, squares[i] - means[i] * means[i]);
      deviations[i] = Math.max(LEAST, Math.sqrt(variance));
    }
    return new Scale(means, deviations);
  }

  List<double[]> apply(List<double[]> rows) {
    return rows.stream().map(this::apply).toList();
  }

  private double[] apply(double[] row) {
    double[] scaled = new double[means.length];
    for (int i = 0; i < means.length; i++) {
      scaled[i] = (row[i] - means[i]) / deviations[i];
    }
    return scaled;
  }

  Weights.Term term(int column, double weight) {
    return new Weights.Term(means[column], deviations[column], weight);
  }
}
