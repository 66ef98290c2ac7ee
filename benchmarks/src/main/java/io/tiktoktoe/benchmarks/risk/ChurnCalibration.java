package io.tiktoktoe.benchmarks.risk;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.risk.ChurnHazard;
import io.tiktoktoe.risk.RiskAssessor;
import io.tiktoktoe.stats.Quantiles;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Calibration of the churn hazard over creators of the hard simulated economy, through the store:
 * what was said of each past 30 days beside what came, in fifths of what was said (reliability),
 * how much of the distance chance alone makes, and the same error where every rate said were right.
 *
 * <p>Arguments: creators (30), months (25), seed (7), least subscriptions for a month to count
 * (20).
 */
public final class ChurnCalibration {

  private static final int BINS = 5;

  private static final int DRAWS = 1000;

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
    double[] came = months.stream().mapToDouble(ChurnHazard.Month::came).toArray();
    double all = months.stream().mapToDouble(ChurnHazard.Month::atRisk).sum();
    double distance = 0;
    double chance = 0;
    double bias = 0;
    for (ChurnHazard.Month one : months) {
      double error = one.atRisk() * (one.said() - one.came()) / all;
      distance += Math.abs(error);
      chance += one.atRisk() * one.chance() / all;
      bias += error;
    }
    System.out.printf(
        "%d creators, %d months of at least %d subscriptions, %.0f at risk in all%n",
        hazards.size(), months.size(), least, all);
    System.out.printf(
        "mean distance of a month %.4f, of which chance alone makes %.4f; bias %+.4f%n",
        distance, chance, bias);
    for (double[] fifth : fifths(months, came)) {
      System.out.printf(
          "  %.0f%% of all: said %.4f, came %.4f%n",
          100 * fifth[0], fifth[1] / fifth[0], fifth[2] / fifth[0]);
    }
    double[] right = ofRightRates(months);
    System.out.printf(
        "calibration error over fifths of what was said %.4f (goal .02); if every rate said were"
            + " right it would be %.4f, in one of twenty cases above %.4f%n",
        calibration(months, came),
        Arrays.stream(right).average().orElse(Double.NaN),
        Quantiles.of(right, 0.95));
  }

  /** Expected calibration error over fifths of the subscriptions, by what was said. */
  private static double calibration(List<ChurnHazard.Month> months, double[] came) {
    return fifths(months, came).stream().mapToDouble(one -> Math.abs(one[1] - one[2])).sum();
  }

  /** Of each fifth: its share of all, and its parts of what was said and of what came. */
  private static List<double[]> fifths(List<ChurnHazard.Month> months, double[] came) {
    double all = months.stream().mapToDouble(ChurnHazard.Month::atRisk).sum();
    List<double[]> fifths = new ArrayList<>();
    double[] bin = new double[3];
    double seen = 0;
    for (int at = 0; at < came.length; at++) {
      ChurnHazard.Month one = months.get(at);
      double share = one.atRisk() / all;
      bin[0] += share;
      bin[1] += share * one.said();
      bin[2] += share * came[at];
      seen += share;
      if (seen >= (fifths.size() + 1) / (double) BINS - 1e-12 || at == came.length - 1) {
        fifths.add(bin);
        bin = new double[3];
      }
    }
    return fifths;
  }

  /** The same where each subscription ends by just the chance that was said. */
  private static double[] ofRightRates(List<ChurnHazard.Month> months) {
    SplittableRandom random = new SplittableRandom(1);
    double[] errors = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] came = new double[months.size()];
      for (int at = 0; at < came.length; at++) {
        ChurnHazard.Month one = months.get(at);
        int ended = 0;
        for (long fan = 0; fan < one.atRisk(); fan++) {
          ended += random.nextDouble() < one.said() ? 1 : 0;
        }
        came[at] = ended / (double) one.atRisk();
      }
      errors[draw] = calibration(months, came);
    }
    return errors;
  }
}
