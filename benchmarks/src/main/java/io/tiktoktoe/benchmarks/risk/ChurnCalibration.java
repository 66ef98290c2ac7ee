package io.tiktoktoe.benchmarks.risk;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.risk.ChurnHazard;
import io.tiktoktoe.risk.RiskAssessor;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Calibration of the churn hazard over creators of the hard simulated economy, through the store:
 * what was said of each past 30 days beside what came, in fifths of what was said (reliability),
 * and how much of the distance chance alone makes.
 *
 * <p>Arguments: creators (30), months (25), seed (7), least subscriptions for a month to count
 * (20).
 */
public final class ChurnCalibration {

  private static final int BINS = 5;

  private ChurnCalibration() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    int creators = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
    int months = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 25;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 7;
    long least = arguments.length > 3 ? Long.parseLong(arguments[3]) : 20;
    try (SimulatedStore economy = SimulatedStore.of(creators, months, seed)) {
      LocalDate end = economy.options().end().minusDays(1);
      List<ChurnHazard> hazards =
          economy
              .store()
              .snapshot(
                  source -> {
                    List<ChurnHazard> all = new ArrayList<>();
                    for (String creator : economy.store().settings().creators()) {
                      CreatorProfile profile = economy.store().settings().profileOrGuess(creator);
                      List<SubscriptionMovement> movements =
                          source
                              .collect(profile, DateRange.ofDays(end, end, ZoneOffset.UTC))
                              .movements();
                      RiskAssessor.churn(movements, end).ifPresent(all::add);
                    }
                    return all;
                  });
      print(hazards, least);
    }
  }

  private static void print(List<ChurnHazard> hazards, long least) {
    List<ChurnHazard.Month> months =
        hazards.stream()
            .flatMap(one -> one.past().stream())
            .filter(one -> one.atRisk() >= least)
            .sorted(java.util.Comparator.comparingDouble(ChurnHazard.Month::said))
            .toList();
    double all = months.stream().mapToDouble(ChurnHazard.Month::atRisk).sum();
    double distance = 0;
    double chance = 0;
    double bias = 0;
    double calibration = 0;
    double bin = 0;
    double seen = 0;
    int bins = 1;
    for (ChurnHazard.Month one : months) {
      double error = one.atRisk() * (one.said() - one.came()) / all;
      distance += Math.abs(error);
      chance += one.atRisk() * one.chance() / all;
      bias += error;
      bin += error;
      seen += one.atRisk() / all;
      if (seen >= bins / (double) BINS - 1e-12) {
        calibration += Math.abs(bin);
        bin = 0;
        bins++;
      }
    }
    System.out.printf(
        "%d creators, %d months of at least %d subscriptions%n",
        hazards.size(), months.size(), least);
    System.out.printf(
        "mean distance of a month %.4f, of which chance alone makes %.4f; bias %+.4f%n",
        distance, chance, bias);
    System.out.printf(
        "calibration error over fifths of what was said %.4f (goal .02)%n",
        calibration + Math.abs(bin));
  }
}
