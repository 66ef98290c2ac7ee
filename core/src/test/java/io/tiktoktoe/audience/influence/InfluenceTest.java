package io.tiktoktoe.audience.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.work.Progress;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InfluenceTest {

  private static final InfluenceOptions DEFAULTS = InfluenceOptions.defaults();

  /** Langville and Meyer's example, as computed by networkx to four digits: 2 is dangling. */
  @Test
  void agreesWithThePublishedVector() {
    int[] from = {0, 0, 2, 2, 2, 3, 3, 4, 4, 5};
    int[] to = {1, 2, 0, 1, 4, 4, 5, 3, 5, 3};
    double[] published = {0.03721197, 0.05395735, 0.04150565, 0.37508082, 0.20599833, 0.28624589};
    InfluenceScores scores =
        Influence.of(links(6, from, to), DEFAULTS.withDamping(0.9), Progress.SILENT);
    assertThat(scores.converged()).isTrue();
    assertThat(scores.change()).isLessThanOrEqualTo(1e-13);
    assertThat(scores.scores()).containsExactly(published, within(1e-4));
  }

  /** Against a dense solution of the balance equations: weights, loops, both kinds of jumps. */
  @Test
  void solvesTheBalanceOfADenseMatrix() {
    SplittableRandom random = new SplittableRandom(3);
    for (boolean undirected : new boolean[] {false, true}) {
      int nodes = 40;
      int[] from = random.ints(90, 0, nodes).toArray();
      int[] to = random.ints(90, 0, nodes).toArray();
      double[] weights = random.doubles(90, 0, 3).toArray();
      double[] jumps = random.doubles(nodes, 0, 1).toArray();
      Arrays.fill(jumps, 0, 10, 0);
      weights[7] = 0;
      Links links = new Links(nodes, from, to, weights);
      double[] scores =
          Influence.of(links, jumps, DEFAULTS.withUndirected(undirected), Progress.SILENT).scores();
      assertThat(Arrays.stream(scores).sum()).isCloseTo(1, within(1e-12));
      assertThat(step(links, jumps, scores, undirected)).containsExactly(scores, within(1e-12));
    }
  }

  /** One step of the walk, written down plainly. */
  private static double[] step(Links links, double[] jumps, double[] scores, boolean undirected) {
    int nodes = scores.length;
    double[][] flow = new double[nodes][nodes];
    for (int link = 0; link < links.size(); link++) {
      flow[links.from(link)][links.to(link)] += links.weight(link);
      if (undirected && links.from(link) != links.to(link)) {
        flow[links.to(link)][links.from(link)] += links.weight(link);
      }
    }
    double allJumps = Arrays.stream(jumps).sum();
    double[] next = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      double out = Arrays.stream(flow[node]).sum();
      for (int other = 0; other < nodes; other++) {
        double jump = jumps[other] / allJumps;
        double follow = out == 0 ? jump : flow[node][other] / out;
        next[other] += scores[node] * (0.85 * follow + 0.15 * jump);
      }
    }
    return next;
  }

  @Test
  void withoutALinkAllAreAlikeAndOneNodeHasAll() {
    assertThat(Influence.of(links(4, new int[0], new int[0]), DEFAULTS, Progress.SILENT).scores())
        .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(1e-15));
    assertThat(
            Influence.of(links(1, new int[] {0}, new int[] {0}), DEFAULTS, Progress.SILENT)
                .scores())
        .containsExactly(new double[] {1}, within(1e-15));
  }

  /** Two parts without a link between them keep what jumps bring them. */
  @Test
  void partsThatAreNotConnectedShareByTheirSize() {
    Links links = links(5, new int[] {0, 1, 2, 3, 4}, new int[] {1, 0, 3, 4, 2});
    double[] scores = Influence.of(links, DEFAULTS, Progress.SILENT).scores();
    assertThat(scores).containsExactly(new double[] {0.2, 0.2, 0.2, 0.2, 0.2}, within(1e-12));
    double[] only =
        Influence.of(links, new double[] {1, 0, 0, 0, 0}, DEFAULTS, Progress.SILENT).scores();
    assertThat(only[0]).isGreaterThan(only[1]);
    assertThat(Arrays.copyOfRange(only, 2, 5)).containsOnly(0);
  }

  @Test
  void severalThreadsGiveTheSameBits() {
    SplittableRandom random = new SplittableRandom(9);
    int nodes = 60_000;
    int[] from = random.ints(400_000, 0, nodes).toArray();
    int[] to = random.ints(400_000, 0, nodes).toArray();
    Links links = links(nodes, from, to);
    double[] one = Influence.of(links, DEFAULTS, Progress.SILENT).scores();
    double[] three = Influence.of(links, DEFAULTS.withThreads(3), Progress.SILENT).scores();
    assertThat(three).isEqualTo(one);
  }

  @Test
  void exactlySoManyIterationsWhateverTheChange() {
    Links links = links(3, new int[] {0, 1}, new int[] {1, 2});
    InfluenceScores two = Influence.of(links, DEFAULTS.withExactly(2), Progress.SILENT);
    assertThat(two.iterations()).isEqualTo(2);
    assertThat(two.converged()).isFalse();
  }

  @Test
  void refusesWhatIsNoGraph() {
    assertThatThrownBy(() -> new Links(2, new int[] {0}, new int[] {2}, new double[] {1}))
        .hasMessageContaining("link 0 (0 to 2)");
    assertThatThrownBy(() -> new Links(2, new int[] {0}, new int[] {1}, new double[] {-1}))
        .hasMessageContaining("weight of link 0 (-1.0)");
    Links none = links(0, new int[0], new int[0]);
    assertThatThrownBy(() -> Influence.of(none, DEFAULTS, Progress.SILENT))
        .hasMessageContaining("at least 1");
    Links two = links(2, new int[0], new int[0]);
    assertThatThrownBy(() -> Influence.of(two, new double[2], DEFAULTS, Progress.SILENT))
        .hasMessageContaining("must not be all 0");
    assertThatThrownBy(() -> Influence.of(two, new double[] {1, -2}, DEFAULTS, Progress.SILENT))
        .hasMessageContaining("node 1 (-2.0)");
    assertThatThrownBy(() -> DEFAULTS.withDamping(1)).hasMessageContaining("damping (1.0)");
  }

  /** Whoever has the highest scores brought the most, in groups that hold everybody. */
  @Test
  void calibrationSetsScoresAgainstRevenue() {
    double[] scores = {0.4, 0.3, 0.2, 0.1};
    InfluenceCalibration right = Influence.calibration(scores, new double[] {800, 100, 100, 0});
    assertThat(right.groups()).extracting(InfluenceCalibration.Group::fans).containsOnly(1);
    assertThat(right.captured()).isEqualTo(0.8);
    assertThat(right.rankCorrelation()).isCloseTo(4.5 / Math.sqrt(5 * 4.5), within(1e-12));
    assertThat(Influence.calibration(scores, new double[] {1, 2, 3, 4}).rankCorrelation())
        .isCloseTo(-1, within(1e-12));
    InfluenceCalibration nothing = Influence.calibration(scores, new double[4]);
    assertThat(nothing.rankCorrelation()).isNaN();
    assertThat(nothing.captured()).isZero();
    assertThatThrownBy(() -> Influence.calibration(scores, new double[3]))
        .hasMessageContaining("referred revenue (3)");
  }

  private static Links links(int nodes, int[] from, int[] to) {
    double[] weights = new double[from.length];
    Arrays.fill(weights, 1);
    return new Links(nodes, from, to, weights);
  }
}
