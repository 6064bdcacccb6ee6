package dev.chesterton.finding.rank;

import java.util.List;

/** Fits the odds of a yes, with weights drawn to 0, by Newton's method (iteratively reweighted least squares). */
final class LogisticRegression {
  private static final int MOST_STEPS = 60;
  private static final double SMALL = 1e-8;

  /** The constant is hardly drawn to 0: how rare a yes is has nothing to do with the weights. */
  private static final double CONSTANT_SHRINKAGE = 1e-6;

  private LogisticRegression() {}

  /**
   * Fits.
   *
   * @param rows one for each answer, columns of like size
   * @param answers 0 or 1
   * @return the constant, then a weight for each column
   */
  static double[] fit(List<double[]> rows, double[] answers, double shrinkage) {
    int width = rows.getFirst().length + 1;
    double[] weights = new double[width];
    double longest = 1;
    for (int step = 0; step < MOST_STEPS && longest > SMALL; step++) {
      double[] slope = new double[width];
      double[][] curve = new double[width][width];
      for (int i = 0; i < width; i++) {
        double drawn = i == 0 ? CONSTANT_SHRINKAGE : shrinkage;
        slope[i] = drawn * weights[i];
        curve[i][i] = drawn;
      }
      for (int r = 0; r < rows.size(); r++) {
        add(rows.get(r), answers[r], weights, slope, curve);
      }
      double[] move = solve(curve, slope);
      longest = 0;
      for (int i = 0; i < width; i++) {
        weights[i] -= move[i];
        longest = Math.max(longest, Math.abs(move[i]));
      }
    }
    return weights;
  }

  private static void add(double[] row, double answer, double[] weights, double[] slope,
      double[][] curve) {
    double odds = weights[0];
    for (int i = 0; i < row.length; i++) {
      odds += weights[i + 1] * row[i];
    }
    double chance = 1 / (1 + Math.exp(-odds));
    double spread = chance * (1 - chance);
    for (int i = 0; i < weights.length; i++) {
      double left = i == 0 ? 1 : row[i - 1];
      slope[i] += (chance - answer) * left;
      for (int j = 0; j <= i; j++) {
        double more = spread * left * (j == 0 ? 1 : row[j - 1]);
        curve[i][j] += more;
        if (j < i) {
          curve[j][i] += more;
        }
      }
    }
  }

  /** Gauss with pivots; the matrix is positive definite, so there is an answer. */
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
          pivot = row;
        }
      }
      double[] swapped = matrix[pivot];
      matrix[pivot] = matrix[column];
      matrix[column] = swapped;
      double value = right[pivot];
      right[pivot] = right[column];
      right[column] = value;
      for (int row = column + 1; row < size; row++) {
        double factor = matrix[row][column] / matrix[column][column];
        for (int i = column; i < size; i++) {
          matrix[row][i] -= factor * matrix[column][i];
        }
        right[row] -= factor * right[column];
      }
    }
    double[] answer = new double[size];
    for (int row = size - 1; row >= 0; row--) {
      double sum = right[row];
      for (int i = row + 1; i < size; i++) {
        sum -= matrix[row][i] * answer[i];
      }
      answer[row] = sum / matrix[row][row];
    }
    return answer;
  }
}
