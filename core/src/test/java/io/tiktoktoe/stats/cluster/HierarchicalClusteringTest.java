package io.tiktoktoe.stats.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HierarchicalClusteringTest {

  /** Eight rows of our own with a repeated row and equal distances. */
  private static final Points ROWS =
      Points.of(new double[] {1, 2, 2, 2, 4, 1, 4, 1, 9, 5, 8, 5, 1, 3, 5, 5}, 2);

  /** Joins and heights by hclust of R 4.2.2, from {@code hclust(dist(x), method)}. */
  @ParameterizedTest
  @EnumSource
  void joinsAsR(Linkage linkage) {
    int[] pairs =
        switch (linkage) {
          case WARD -> new int[] {-3, -4, -1, -2, -5, -6, -7, 2, -8, 3, 1, 4, 5, 6};
          case AVERAGE, COMPLETE -> new int[] {-3, -4, -1, -2, -5, -6, -7, 2, 1, 4, -8, 3, 5, 6};
          case SINGLE -> new int[] {-3, -4, -1, -2, -7, 2, -5, -6, 1, 3, -8, 4, 5, 6};
        };
    double[] heights =
        switch (linkage) {
          case WARD ->
              new double[] {
                0,
                1,
                1,
                1.2909944487358058,
                4.0414518843273806,
                4.6188021535170067,
                11.387127235025815
              };
          case AVERAGE ->
              new double[] {
                0, 1, 1, 1.2071067811865475, 3.001298971044053, 3.5, 6.1394013264843466
              };
          case COMPLETE ->
              new double[] {0, 1, 1, 1.4142135623730951, 3.6055512754639891, 4, 8.5440037453175304};
          case SINGLE -> new double[] {0, 1, 1, 1, 2.2360679774997898, 3, 4.1231056256176606};
        };
    Dendrogram tree = HierarchicalClustering.of(ROWS, linkage, Progress.SILENT);
    assertThat(tree.steps()).isEqualTo(7);
    for (int step = 0; step < 7; step++) {
      assertThat(tree.left(step)).isEqualTo(pairs[2 * step]);
      assertThat(tree.right(step)).isEqualTo(pairs[2 * step + 1]);
      assertThat(tree.height(step)).isCloseTo(heights[step], within(1e-14));
    }
    assertThat(tree.size(6)).isEqualTo(8);
  }

  @Test
  void cutsIntoClustersInTheOrderOfRows() {
    Dendrogram tree = HierarchicalClustering.of(ROWS, Linkage.WARD, Progress.SILENT);
    assertThat(tree.cut(1)).containsOnly(0);
    assertThat(tree.cut(3)).containsExactly(0, 0, 1, 1, 2, 2, 0, 2);
    assertThat(tree.cut(2)).containsExactly(0, 0, 0, 0, 1, 1, 0, 1);
    assertThat(tree.cut(8)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThatThrownBy(() -> tree.cut(9)).hasMessageContaining("clusters (9)");
  }

  @Test
  void theChainJoinsAsStoredDistancesDo() {
    Points points = random(700, 5, 3);
    Dendrogram stored = NeighbourLists.cluster(points, Linkage.WARD, Progress.SILENT);
    Dendrogram chain = WardChain.cluster(points, Progress.SILENT);
    assertSame(stored, chain);
    for (Linkage linkage : List.of(Linkage.AVERAGE, Linkage.COMPLETE)) {
      assertSame(
          NeighbourLists.cluster(points, linkage, Progress.SILENT),
          StoredChain.cluster(points, linkage, Progress.SILENT));
    }
  }

  @Test
  void theTreeJoinsAsStoredDistancesDo() {
    Points points = random(700, 5, 4);
    Dendrogram stored = NeighbourLists.cluster(points, Linkage.SINGLE, Progress.SILENT);
    assertSame(stored, SingleLinkage.cluster(points, Progress.SILENT));
  }

  /** A row of weight 3 joins as three equal rows do, once these are joined at height 0. */
  @Test
  void weightsAreRepeatedRows() {
    Points few = random(60, 3, 5);
    double[] weights = new double[60];
    int[] repeated = new int[180];
    Arrays.fill(weights, 3);
    Arrays.setAll(repeated, at -> at / 3);
    Points weighted = Points.weighted(few.values(), 3, weights);
    Dendrogram many = HierarchicalClustering.of(few.rows(repeated), Linkage.WARD, Progress.SILENT);
    for (Dendrogram tree :
        new Dendrogram[] {
          NeighbourLists.cluster(weighted, Linkage.WARD, Progress.SILENT),
          WardChain.cluster(weighted, Progress.SILENT)
        }) {
      for (int step = 0; step < 59; step++) {
        assertThat(tree.height(step)).isCloseTo(many.height(step + 120), within(1e-10));
      }
    }
  }

  /** All alike, and on a grid where most distances tie: every way ends, with heights that grow. */
  @ParameterizedTest
  @EnumSource
  void endsWhereDistancesTie(Linkage linkage) {
    double[] alike = new double[5_000];
    double[] grid = new double[5_000];
    Arrays.setAll(grid, at -> at % 2 == 0 ? at / 2 % 50 : at / 100);
    for (double[] values : new double[][] {alike, grid}) {
      Dendrogram tree = HierarchicalClustering.of(Points.of(values, 2), linkage, Progress.SILENT);
      assertThat(tree.steps()).isEqualTo(2_499);
      assertThat(tree.size(2_498)).isEqualTo(2_500);
      for (int step = 1; step < tree.steps(); step++) {
        assertThat(tree.height(step)).isGreaterThanOrEqualTo(tree.height(step - 1));
      }
    }
  }

  @Test
  void oneRowHasNothingToJoin() {
    Dendrogram tree =
        HierarchicalClustering.of(Points.of(new double[] {1, 2}, 2), Linkage.WARD, Progress.SILENT);
    assertThat(tree.steps()).isZero();
    assertThat(tree.cut(1)).containsExactly(0);
  }

  @Test
  void refusesWhatCannotBeJoined() {
    assertThatThrownBy(() -> Points.of(new double[] {1, Double.NaN}, 1))
        .hasMessageContaining("value (NaN) of row 1, column 0");
    assertThatThrownBy(() -> Points.weighted(new double[] {1}, 1, new double[] {0}))
        .hasMessageContaining("weight (0.0)");
    Points none = Points.of(new double[0], 1);
    assertThatThrownBy(() -> HierarchicalClustering.of(none, Linkage.WARD, Progress.SILENT))
        .hasMessageContaining("rows (0)");
    Points many = Points.of(new double[20_001], 1);
    assertThatThrownBy(() -> HierarchicalClustering.of(many, Linkage.AVERAGE, Progress.SILENT))
        .hasMessageContaining("at most 20000 for average");
  }

  /** Agreement does not hang on names, and chance agrees by about nothing. */
  @Test
  void adjustedRandIndex() {
    assertThat(AdjustedRand.of(new int[] {0, 0, 1, 1}, new int[] {5, 5, 2, 2})).isEqualTo(1);
    // By hand: 1 pair together in both of 2 and 3, of 10: (1 - .6) / (2.5 - .6).
    assertThat(AdjustedRand.of(new int[] {0, 0, 1, 1, 2}, new int[] {0, 0, 0, 1, 2}))
        .isCloseTo(0.4 / 1.9, within(1e-12));
    assertThat(AdjustedRand.of(new int[] {1, 1}, new int[] {3, 3})).isEqualTo(1);
    SplittableRandom random = new SplittableRandom(1);
    int[] one = random.ints(10_000, 0, 4).toArray();
    int[] other = random.ints(10_000, 0, 4).toArray();
    assertThat(AdjustedRand.of(one, other)).isCloseTo(0, within(0.01));
  }

  private static void assertSame(Dendrogram one, Dendrogram other) {
    for (int step = 0; step < one.steps(); step++) {
      assertThat(other.left(step)).isEqualTo(one.left(step));
      assertThat(other.right(step)).isEqualTo(one.right(step));
      assertThat(other.size(step)).isEqualTo(one.size(step));
      assertThat(other.height(step)).isCloseTo(one.height(step), within(1e-10));
    }
  }

  private static Points random(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[rows * columns];
    Arrays.setAll(values, at -> random.nextGaussian());
    return Points.of(values, columns);
  }
}
