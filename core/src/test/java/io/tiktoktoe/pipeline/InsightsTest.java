package io.tiktoktoe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.pipeline.insight.AnalyticsInsights;
import io.tiktoktoe.pipeline.insight.BehaviorAnalysis;
import io.tiktoktoe.pipeline.insight.ContentPerformance;
import io.tiktoktoe.pipeline.insight.HealthAnalysis;
import io.tiktoktoe.pipeline.insight.InsightKind;
import io.tiktoktoe.pipeline.insight.MonetizationAnalysis;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.PlatformHealth;
import io.tiktoktoe.pipeline.insight.PlatformInsight;
import io.tiktoktoe.privacy.NoiseKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How often insights are told that noise alone has made. */
class InsightsTest {

  private static final int RUNS = 2_000;

  private static final double SD = 250;

  /** What is true in every world with people: not to be counted as false. */
  private static final List<InsightKind> TRUE =
      List.of(InsightKind.PAYING_SHARE, InsightKind.MEAN_SPEND);

  /**
   * Of 2,000 worlds in which nothing is more than its reference at most 5% may tell anything; 7.2%
   * would be 4.4 standard errors more and is exceeded once in 10^5 runs at a rate of 5%.
   */
  @Test
  void noiseAloneIsRarelyToldAsInsight() {
    for (NoiseKind noise : List.of(NoiseKind.DISCRETE_GAUSSIAN, NoiseKind.DISCRETE_LAPLACE)) {
      for (double people : new double[] {0, 3_000, 30_000}) {
        int told = 0;
        SplittableRandom random = new SplittableRandom(16);
        for (int run = 0; run < RUNS; run++) {
          told += isToldFalsely(new World(people, noise, random)) ? 1 : 0;
        }
        assertThat((double) told / RUNS).as("%s of %s", noise, people).isLessThan(0.072);
      }
    }
  }

  private static boolean isToldFalsely(World world) {
    return Insights.people(new Contrasts(world.noise()), world.analyses()).told().stream()
        .map(PlatformInsight::kind)
        .anyMatch(kind -> world.people() == 0 || !TRUE.contains(kind));
  }

  /** Tables in which every statement lies exactly at its reference. */
  private record World(double people, NoiseKind noise, SplittableRandom random) {

    private List<NoisyNumber> table(List<String> labels, double... shares) {
      List<NoisyNumber> cells = new ArrayList<>();
      for (int at = 0; at < labels.size(); at++) {
        double share = shares.length == 0 ? 1.0 / labels.size() : shares[at];
        cells.add(new NoisyNumber(labels.get(at), people * share + draw(), SD, 1.96 * SD));
      }
      return cells;
    }

    private double draw() {
      if (noise == NoiseKind.DISCRETE_GAUSSIAN) {
        return SD * random.nextGaussian();
      }
      double size = -Math.log(1 - random.nextDouble()) * SD / Math.sqrt(2);
      return random.nextBoolean() ? size : -size;
    }

    Analyses analyses() {
      double[] churn = {.05, .05, .05, .05, .2, .2, .2, .2};
      double[] halves = {.25, .25, .5 / 3, .5 / 3, .5 / 3};
      double[] days = {.5, .1, .1, .1, .1, .1};
      return new Analyses(
          new BehaviorAnalysis(
              table(List.of("active"), 1).getFirst(),
              new BehaviorAnalysis.Engagement(
                  table(KnownCells.HOURS),
                  table(KnownCells.WEEKDAYS),
                  table(KnownCells.RUNS, halves),
                  table(KnownCells.NEXT),
                  table(KnownCells.LADDER, days),
                  table(KnownCells.SESSIONS),
                  table(List.of("mean", "people", "total"), 0, 0, 0)),
              new BehaviorAnalysis.Preferences(
                  List.of(),
                  table(KnownCells.LENGTHS, .2, .2, .2, .2, .2),
                  largestFirst(table(List.of("a", "b", "c"), .1, .1, .1)),
                  List.of()),
              new BehaviorAnalysis.Retention(
                  table(KnownCells.DAYS, days),
                  table(KnownCells.churn(), churn),
                  table(KnownCells.LOYALTY, .25, .25, .25, .25))),
          new ContentPerformance(
              List.of(),
              table(KnownCells.COMPLETION),
              table(List.of("tiktok", "twitch", "youtube"))),
          new MonetizationAnalysis(
              Currency.getInstance("USD"),
              table(KnownCells.streams()),
              table(List.of(KnownCells.NO_RATE), 0).getFirst(),
              table(List.of("mean", "people", "total"), .1, 1, 1),
              table(KnownCells.streams())),
          HealthCheck.of(PlatformHealth.NONE));
    }

    private static List<NoisyNumber> largestFirst(List<NoisyNumber> table) {
      return table.stream().sorted((a, b) -> Double.compare(b.value(), a.value())).toList();
    }
  }

  @Test
  void whatStandsOutIsTold() {
    Contrasts tried = new Contrasts(NoiseKind.DISCRETE_GAUSSIAN);
    List<NoisyNumber> table =
        Arrays.asList(
            new NoisyNumber("tips", 9_000, SD, 490), new NoisyNumber("rest", 1_000, SD, 490));
    tried.peaks(InsightKind.MAIN_PAYMENT, table);

    assertThat(tried.told()).hasSize(1);
    PlatformInsight told = tried.told().getFirst();
    assertThat(told.subject()).isEqualTo("tips");
    assertThat(told.interval().contains(0.9)).isTrue();
    assertThat(told.interval().width()).isPositive();
    assertThat(told.falseChance().orElseThrow())
        .isPositive()
        .isLessThan(AnalyticsInsights.FALSE_INSIGHTS);
  }

  @Test
  void incidentsAndDriftOfMachinesAreFoundAndSteadinessIsNone() {
    HealthAnalysis steady = HealthCheck.of(new PlatformHealth(samples(30, -1, 120), List.of()));
    assertThat(steady.incidents()).isEmpty();
    assertThat(steady.drifts()).isEmpty();

    HealthAnalysis broken = HealthCheck.of(new PlatformHealth(samples(30, 100, 120), List.of()));
    assertThat(broken.incidents()).hasSize(1);
    assertThat(broken.incidents().getFirst().worst()).isGreaterThan(2_000);

    HealthAnalysis slower = HealthCheck.of(new PlatformHealth(samples(30, -1, 200), List.of()));
    assertThat(slower.drifts()).hasSize(1);
    assertThat(slower.drifts().getFirst().deviations()).isGreaterThan(4);
  }

  /** Hourly latencies about 120, of the last three days about {@code late}. */
  private static List<PlatformHealth.Sample> samples(int days, int broken, double late) {
    SplittableRandom random = new SplittableRandom(1);
    List<PlatformHealth.Sample> samples = new ArrayList<>();
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    for (int hour = 0; hour < 24 * days; hour++) {
      double level = hour >= 24 * (days - 3) ? late : 120;
      double value = level * Math.exp(0.3 * random.nextGaussian());
      samples.add(
          new PlatformHealth.Sample(
              "twitch",
              "latency_ms",
              start.plusSeconds(3_600L * hour),
              hour == broken || hour == broken + 1 && broken >= 0 ? 2_500 : value));
    }
    return samples;
  }
}
