package io.tiktoktoe.benchmarks.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Numenta benchmark's scoring: an alarm within a window earns more the earlier it is, one
 * outside costs, less when a window has just passed; one threshold serves the whole corpus.
 *
 * <p>Source: Lavin, Ahmad, "Evaluating Real-time Anomaly Detection Algorithms: the Numenta Anomaly
 * Benchmark" (2015), and the rules of its sweeper.
 */
final class NabScorer {

  /** What each outcome weighs. */
  enum Profile {
    STANDARD(1, .11),
    REWARD_LOW_FP_RATE(1, .22),
    REWARD_LOW_FN_RATE(2, .11);

    private final double missed;
    private final double falseAlarm;

    Profile(double missed, double falseAlarm) {
      this.missed = missed;
      this.falseAlarm = falseAlarm;
    }
  }

  /** Score and the threshold that earns it; the scale is raw, see {@link #normalized}. */
  record Result(double threshold, double score) {}

  private record Row(double anomaly, double weight, int window) {}

  private static final double PROBATION_SHARE = .15;
  private static final int PROBATION_ROWS = 5_000;
  private static final int NO_WINDOW = -1;
  private static final double TOP = sigmoid(-1);

  private final Profile profile;
  private final List<Row> rows = new ArrayList<>();
  private int windows;

  NabScorer(Profile profile) {
    this.profile = profile;
  }

  /** Adds a stream with the anomaly score of each of its rows, from 0 to 1. */
  NabScorer add(NabCorpus.Stream stream, double[] anomalies) {
    int n = anomalies.length;
    int probation = (int) (PROBATION_SHARE * Math.min(n, PROBATION_ROWS));
    for (int row = probation; row < n; row++) {
      NabCorpus.Window past = null;
      int inside = NO_WINDOW;
      for (int w = 0; w < stream.windows().size(); w++) {
        NabCorpus.Window window = stream.windows().get(w);
        if (row >= window.first() && row <= window.last()) {
          inside = w;
        } else if (row > window.last()) {
          past = window;
        }
      }
      if (inside != NO_WINDOW) {
        rows.add(
            new Row(anomalies[row], reward(row, stream.windows().get(inside)), windows + inside));
      } else {
        double cost = past == null ? -1 : afterWindow(row, past);
        rows.add(new Row(anomalies[row], cost * profile.falseAlarm, NO_WINDOW));
      }
    }
    windows += stream.windows().size();
    return this;
  }

  private static double reward(int row, NabCorpus.Window window) {
    double width = window.last() - window.first() + 1;
    return sigmoid(-(window.last() - row + 1) / width) / TOP;
  }

  private static double afterWindow(int row, NabCorpus.Window window) {
    double width = window.last() - window.first() + 1;
    return sigmoid((row - window.last()) / (width - 1));
  }

  private static double sigmoid(double position) {
    return position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
  }

  /** The score when every row at or above {@code threshold} is an alarm. */
  double at(double threshold) {
    Map<Integer, Double> best = new HashMap<>();
    double cost = 0;
    for (Row row : rows) {
      if (row.window() != NO_WINDOW) {
        best.putIfAbsent(row.window(), -profile.missed);
      }
      if (row.anomaly() >= threshold) {
        if (row.window() == NO_WINDOW) {
          cost += row.weight();
        } else {
          best.merge(row.window(), row.weight(), Math::max);
        }
      }
    }
    return cost + best.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The best score over all thresholds. */
  Result best() {
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingDouble(Row::anomaly).reversed());
    Map<Integer, Double> parts = new HashMap<>();
    for (Row row : sorted) {
      if (row.window() != NO_WINDOW) {
        parts.put(row.window(), -profile.missed);
      }
    }
    double score = -profile.missed * parts.size();
    Result best = new Result(1.1, score);
    for (int i = 0; i < sorted.size(); i++) {
      Row row = sorted.get(i);
      if (row.window() == NO_WINDOW) {
        score += row.weight();
      } else {
        double before = parts.getOrDefault(row.window(), 0.0);
        double now = Math.max(before, row.weight());
        parts.put(row.window(), now);
        score += now - before;
      }
      boolean last = i + 1 == sorted.size() || sorted.get(i + 1).anomaly() != row.anomaly();
      if (last && score > best.score()) {
        best = new Result(row.anomaly(), score);
      }
    }
    return best;
  }

  /** From 0, no alarm at all, to 100, every window found at once and no other alarm. */
  double normalized(double score) {
    double none = -profile.missed * windows;
    return 100 * (score - none) / (windows - none);
  }
}
