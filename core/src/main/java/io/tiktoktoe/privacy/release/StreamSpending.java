package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.AnalyticGaussian;
import io.tiktoktoe.privacy.Mechanism;
import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.PrivacyAccountant;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.mechanism.NoiseGrid;
import io.tiktoktoe.privacy.mechanism.SharedNoise;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * Split of a stream's budget over its statistics: their {@code mu^2} add up, and the weighted
 * squared relative errors are least where they go with the errors' roots (Lagrange). Each
 * statistic's windows are noised by the matrix mechanism of {@link SharedNoise}, whose largest loss
 * over any 30 days is what its {@code mu} stands for.
 *
 * @param noise how windows share noise
 * @param scales of each statistic
 */
record StreamSpending(SharedNoise noise, List<Scales> scales) {

  StreamSpending {
    scales = List.copyOf(scales);
  }

  /**
   * Noise of one statistic.
   *
   * @param own of a window
   * @param shared deviation of what a block shares, in steps of the grid of {@code own}
   */
  record Scales(NoiseGrid own, long shared) {}

  static StreamSpending of(ReleaseRequest window, int windows) {
    SharedNoise noise = SharedNoise.of(windows);
    PrivacyBudget budget = window.budget();
    double mu =
        AnalyticGaussian.mu(
            budget.epsilon() * (1 - Spending.MARGIN), budget.delta() * (1 - Spending.MARGIN));
    List<Part> parts = window.statistics().stream().map(StreamSpending::part).toList();
    double[] wants = new double[parts.size()];
    double all = 0;
    for (int i = 0; i < wants.length; i++) {
      wants[i] =
          Math.sqrt(window.statistics().get(i).weight())
              * parts.get(i).gaussian()
              * parts.get(i).gaussianError();
      all += wants[i];
    }
    List<Scales> scales = new ArrayList<>();
    for (int i = 0; i < wants.length; i++) {
      double part = mu * Math.sqrt(wants[i] / all);
      NoiseGrid own = NoiseGrid.gaussian(parts.get(i).gaussian() / part * noise.own());
      scales.add(new Scales(own, (long) Math.ceil(own.scale() * Math.sqrt(noise.ratio()))));
    }
    StreamSpending spending = new StreamSpending(noise, scales);
    spending.check(parts, budget);
    return spending;
  }

  /** A person may be in every window, each time with anything from nothing to the most. */
  private static Part part(Statistic statistic) {
    List<Part> parts = Part.of(statistic);
    boolean counts =
        statistic.measure() instanceof Measure.People
            || statistic.measure() instanceof Measure.Events
            || statistic.measure() instanceof Measure.Total;
    if (!counts
        || parts.size() > 1
        || Spending.selects(statistic)
        || Part.cells(statistic) != 1
        || statistic.bounds().lowest() < 0) {
      throw new IllegalArgumentException(
          "statistic (%s) of a stream must be people, events or a total from 0 of one known cell."
              .formatted(statistic.name()));
    }
    return parts.getFirst();
  }

  /** What the noise really costs over any 30 days, by the accountant. */
  private void check(List<Part> parts, PrivacyBudget budget) {
    List<Mechanism> all = new ArrayList<>();
    for (int i = 0; i < scales.size(); i++) {
      all.add(
          Mechanism.once(
              NoiseKind.GAUSSIAN,
              scales.get(i).own().parameter(),
              parts.get(i).gaussian() * noise.own()));
    }
    double spent = PrivacyAccountant.cost(all, budget.delta()).pld();
    if (!(spent <= budget.epsilon())) {
      throw new IllegalStateException(
          "the stream costs epsilon %s, above the budget's %s. Report this as a fault."
              .formatted(spent, budget.epsilon()));
    }
  }

  /** As many as may be answered within 30 days. */
  int windows() {
    return noise.windows();
  }

  /** How windows are drawn: what is drawn otherwise is another stream. */
  String drawnBy() {
    return "2 " + noise.windows() + " " + scales;
  }
}
