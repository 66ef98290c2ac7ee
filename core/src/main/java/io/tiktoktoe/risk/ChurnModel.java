package io.tiktoktoe.risk;

import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.risk.ChurnHazard.Month;
import io.tiktoktoe.stats.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Hazard of a subscription's end, by a Gamma-Poisson model whose evidence fades: the rate of churns
 * per subscription-day has a Gamma posterior, of which a day later the share {@link #MEMORY} counts
 * (power discounting, West and Harrison 1997). Starts from Jeffreys' prior. It is tested on its own
 * past: before each 30 days it says a rate, which is compared with what came.
 */
final class ChurnModel {

  private static final int WINDOW = 30;

  /** Half of the evidence is 90 days old: habits change within a quarter. */
  private static final double MEMORY = Math.pow(0.5, 1.0 / 90);

  private ChurnModel() {}

  /** The present hazard; absent when nobody ever subscribed. */
  static Optional<ChurnHazard> of(List<SubscriptionMovement> movements, LocalDate end) {
    LocalDate first =
        movements.stream()
            .map(SubscriptionMovement::day)
            .min(LocalDate::compareTo)
            .orElse(end.plusDays(1));
    if (first.isAfter(end)) {
      return Optional.empty();
    }
    int days = (int) (end.toEpochDay() - first.toEpochDay()) + 1;
    long[] active = new long[days + 1];
    long[] churned = new long[days];
    long monthly = 0;
    for (SubscriptionMovement movement : movements) {
      int day = (int) (movement.day().toEpochDay() - first.toEpochDay());
      if (day >= days) {
        continue;
      }
      monthly = Math.addExact(monthly, movement.monthlyAmount());
      active[day + 1] += movement.paidActive();
      if (movement.kind() == SubscriptionMovement.Kind.CHURN) {
        churned[day] += movement.subscriptions() - movement.gifted();
      }
    }
    for (int day = 1; day <= days; day++) {
      active[day] += active[day - 1];
    }
    return Optional.of(hazard(first, active, churned, monthly));
  }

  private static ChurnHazard hazard(LocalDate first, long[] active, long[] churned, long monthly) {
    int days = churned.length;
    double shape = 0.5;
    double exposure = 0;
    List<Month> past = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      boolean windowStarts = (days - day) % WINDOW == 0;
      if (windowStarts && exposure > 0 && active[day] > 0) {
        past.add(
            new Month(
                first.plusDays(day),
                active[day],
                share(shape / exposure),
                observedShare(active, churned, day)));
      }
      shape = 0.5 + MEMORY * (shape - 0.5) + churned[day];
      // As SubscriptionDays counts: those who come or go during a day are at risk for half of it.
      exposure = MEMORY * exposure + Math.max(0, active[day] + active[day + 1]) / 2.0;
    }
    return new ChurnHazard(
        exposure > 0 ? share(shape / exposure) : Double.NaN,
        interval(shape, exposure),
        Math.max(0, active[days]),
        monthly,
        mean(past, month -> Math.abs(month.said() - month.came())),
        mean(past, Month::chance),
        past.size(),
        past);
  }

  /** Mean over months, weighted by subscriptions; NaN without any. */
  private static double mean(List<Month> months, ToDoubleFunction<Month> value) {
    double weight = months.stream().mapToDouble(Month::atRisk).sum();
    return months.stream().mapToDouble(one -> one.atRisk() * value.applyAsDouble(one)).sum()
        / (weight > 0 ? weight : Double.NaN);
  }

  /** Share that ends within the window at a daily rate. */
  private static double share(double dailyRate) {
    return 1 - Math.exp(-WINDOW * dailyRate);
  }

  private static double observedShare(long[] active, long[] churned, int from) {
    double churns = 0;
    double exposure = 0;
    for (int day = from; day < from + WINDOW; day++) {
      churns += churned[day];
      exposure += Math.max(0, active[day] + active[day + 1]) / 2.0;
    }
    return exposure > 0 ? share(churns / exposure) : 0;
  }

  private static Interval interval(double shape, double exposure) {
    if (!(exposure > 0)) {
      return new Interval(0, 1, Interval.WIDE);
    }
    GammaDistribution rate = GammaDistribution.of(shape, 1 / exposure);
    return Interval.equalTailed(rate::inverseCumulativeProbability, Interval.WIDE)
        .map(ChurnModel::share);
  }
}
