package dev.chesterton.link.version;

import java.util.Arrays;

/**
 * Who goes with whom, so that the sum of what they share is largest: the Hungarian method with shortest augmenting paths
 * (Jonker and Volgenant, 1987), as git's linear-assignment.c. Cubic in the larger side.
 */
final class Assignment {
  private final double[][] gain;
  private final int size;
  private final double[] rowPrice;
  private final double[] columnPrice;
  /** Row of each column, 1-based; 0 for none. Column 0 holds the row that looks for a place. */
  private final int[] rowOf;

  private Assignment(double[][] gain, int size) {
    this.gain = gain;
    this.size = size;
    this.rowPrice = new double[size + 1];
    this.columnPrice = new double[size + 1];
    this.rowOf = new int[size + 1];
  }

  /**
   * The best assignment.
   *
   * @param gain what a row and a column share, 0 or more; rows of equal length
   * @return the column of each row; -1 where it is left over or shares nothing
   */
  static int[] most(double[][] gain) {
    int columns = gain.length == 0 ? 0 : gain[0].length;
    int[] chosen = new int[gain.length];
    Arrays.fill(chosen, -1);
    if (columns == 0) {
      return chosen;
    }
    Assignment assignment = new Assignment(gain, Math.max(gain.length, columns));
    for (int row = 1; row <= assignment.size; row++) {
      assignment.place(row);
    }
    for (int column = 1; column <= columns; column++) {
      int row = assignment.rowOf[column];
      if (row <= gain.length && gain[row - 1][column - 1] > 0) {
        chosen[row - 1] = column - 1;
      }
    }
    return chosen;
  }

  private double cost(int row, int column) {
    boolean real = row <= gain.length && column <= gain[0].length;
    return real ? -gain[row - 1][column - 1] : 0;
  }

  private void place(int row) {
    rowOf[0] = row;
    double[] distance = new double[size + 1];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    int[] from = new int[size + 1];
    boolean[] seen = new boolean[size + 1];
    int column = 0;
    while (column == 0 || rowOf[column] != 0) {
      seen[column] = true;
      column = next(column, distance, from, seen);
    }
    while (column != 0) {
      rowOf[column] = rowOf[from[column]];
      column = from[column];
    }
  }

  /** The nearest column not seen yet; prices are moved so that it costs nothing. */
  private int next(int column, double[] distance, int[] from, boolean[] seen) {
    int row = rowOf[column];
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int other = 1; other <= size; other++) {
      if (!seen[other]) {
        double reduced = cost(row, other) - rowPrice[row] - columnPrice[other];
        if (reduced < distance[other]) {
          distance[other] = reduced;
          from[other] = column;
        }
        if (distance[other] < least) {
          least = distance[other];
          nearest = other;
        }
      }
    }
    for (int other = 0; other <= size; other++) {
      if (seen[other]) {
        rowPrice[rowOf[other]] += least;
        columnPrice[other] -= least;
      } else {
        distance[other] -= least;
      }
    }
    return nearest;
  }
}
