package dev.chesterton.link.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  @Test
  void prefersTheBestSumToTheBestPair() {
    double[][] gain = {{0.9, 0.8}, {0.85, 0}};
    assertThat(Assignment.most(gain)).containsExactly(1, 0);
  }

  @Test
  void leavesOverWhatSharesNothing() {
    assertThat(Assignment.most(new double[][]{{0, 0.5, 0}, {0, 0.6, 0}}))
        .containsExactly(-1, 1);
    assertThat(Assignment.most(new double[][]{{0.1}, {0.2}, {0}})).containsExactly(-1, 0, -1);
    assertThat(Assignment.most(new double[][]{})).isEmpty();
    assertThat(Assignment.most(new double[][]{{}, {}})).containsExactly(-1, -1);
  }

  @Test
  void isAsGoodAsTryingAll() {
    Seed seed = Seed.get();
    Random random = seed.random();
    for (int round = 0; round < 300; round++) {
      double[][] gain = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
      int columns = gain[0].length;
      for (double[] row : gain) {
        for (int column = 0; column < columns; column++) {
          row[column] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
        }
      }
      double sum = 0;
      int[] chosen = Assignment.most(gain);
      for (int row = 0; row < gain.length; row++) {
        sum += chosen[row] < 0 ? 0 : gain[row][chosen[row]];
      }
      assertThat(sum).as("%s", seed)
          .isCloseTo(best(gain, 0, 0),
              Offset.offset(1e-9));
    }
  }

  private static double best(double[][] gain, int row, int used) {
    if (row == gain.length) {
      return 0;
    }
    double best = best(gain, row + 1, used);
    for (int column = 0; column < gain[row].length; column++) {
      if ((used >> column & 1) == 0) {
        best = Math.max(best,
            gain[row][column] + best(gain, row + 1, used | 1 << column));
      }
    }
    return best;
  }
}
