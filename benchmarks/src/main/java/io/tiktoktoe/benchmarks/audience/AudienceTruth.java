package io.tiktoktoe.benchmarks.audience;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.audience.fan.Calibration;
import io.tiktoktoe.audience.fan.Engagement;
import io.tiktoktoe.audience.fan.FanWorth;
import io.tiktoktoe.audience.fan.LeavingModel;
import io.tiktoktoe.audience.fan.Ranks;
import io.tiktoktoe.audience.fan.SegmentFeatures;
import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanDay;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.segment.Segmentation;
import io.tiktoktoe.audience.segment.Segments;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.WorldKind;
import io.tiktoktoe.stats.cluster.AdjustedRand;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Audience analysis against a simulated economy: who left, what fans brought, which segments were
 * planted. Everything is told as of a day; what came after it is the truth.
 *
 * <p>Usage: {@code AudienceTruth [ECONOMIES [WORLD]]}; 3 economies of the hard world.
 */
public final class AudienceTruth {

  private static final int CREATORS = 4;
  private static final int MONTHS = 15;
  private static final long EVENTS = 160_000;
  private static final int HORIZON = 90;
  private static final int GROUPS = 10;
  private static final int LEAST_FANS = 200;
  private static final int PLANTED = 5;

  private final List<double[]> risks = new ArrayList<>();
  private final List<boolean[]> left = new ArrayList<>();
  private final List<double[]> expected = new ArrayList<>();
  private final List<double[]> brought = new ArrayList<>();
  private final List<Double> rankCorrelations = new ArrayList<>();
  private final List<Double> rand = new ArrayList<>();
  private final List<Double> ceilings = new ArrayList<>();
  private int covered;
  private int asked;
  private int nearPlanted;

  private AudienceTruth() {}

  /** Runs it and prints what was reached. */
  public static void main(String[] arguments) throws IOException {
    int economies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    WorldKind world =
        arguments.length > 1
            ? WorldKind.valueOf(arguments[1].toUpperCase(Locale.ROOT))
            : WorldKind.HARD;
    AudienceTruth truth = new AudienceTruth();
    for (int economy = 1; economy <= economies; economy++) {
      EconomyOptions options =
          EconomyOptions.defaults()
              .withWorld(world)
              .withCreators(CREATORS)
              .withMonths(MONTHS)
              .withTargetEvents(EVENTS)
              .withSeed(economy);
      try (SimulatedAudiences made = SimulatedAudiences.of(options)) {
        for (CreatorProfile creator : made.largest(CREATORS)) {
          truth.judge(made, creator, economy);
        }
      }
    }
    truth.report();
  }

  private void judge(SimulatedAudiences made, CreatorProfile creator, int seed) {
    LocalDate asOf = made.end().minusDays(HORIZON + 10L);
    AudienceSegments audience = made.audience(creator, asOf);
    if (audience.fans().size() < LEAST_FANS) {
      return;
    }
    AudienceSegments month = made.audience(creator, asOf.plusDays(30));
    AudienceSegments quarter = made.audience(creator, asOf.plusDays(HORIZON));
    leaving(audience, month.fans());
    worth(audience, quarter.fans());
    segments(made, creator, audience, seed);
    System.out.printf(
        Locale.ROOT,
        "economy %d, %s: %,d fans, %d periods%n",
        seed,
        creator.creator(),
        audience.fans().size(),
        audience.past().size());
  }

  private static Map<Long, Integer> places(FanTable fans) {
    Map<Long, Integer> places = new HashMap<>();
    for (int fan = 0; fan < fans.size(); fan++) {
      places.put(fans.ids()[fan], fan);
    }
    return places;
  }

  private void leaving(AudienceSegments audience, FanTable later) {
    LeavingModel model = LeavingModel.of(audience);
    FanTable fans = audience.fans();
    Map<Long, Integer> places = places(later);
    int[] at =
        IntStream.range(0, fans.size())
            .filter(fan -> !Double.isNaN(model.risks()[fan]))
            .filter(fan -> places.containsKey(fans.ids()[fan]))
            .toArray();
    risks.add(Arrays.stream(at).mapToDouble(fan -> model.risks()[fan]).toArray());
    boolean[] gone = new boolean[at.length];
    for (int i = 0; i < at.length; i++) {
      gone[i] = later.day(FanDay.LAST_ACTIVE, places.get(fans.ids()[at[i]])) < fans.end();
    }
    left.add(gone);
    System.out.printf(
        Locale.ROOT,
        "  leaving: %s, came %d, ECE %.4f%n",
        model.outlook(),
        count(gone),
        Calibration.error(risks.getLast(), gone, GROUPS));
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  private void worth(AudienceSegments audience, FanTable later) {
    FanTable fans = audience.fans();
    FanWorth.Values worth = FanWorth.of(audience, AudienceOptions.defaults()).expected(HORIZON);
    Map<Long, Integer> places = places(later);
    int[] at =
        IntStream.range(0, fans.size())
            .filter(fan -> fans.count(FanCount.SALES, fan) > 0)
            .filter(fan -> places.containsKey(fans.ids()[fan]))
            .toArray();
    double[] told = Arrays.stream(at).mapToDouble(fan -> worth.mean()[fan]).toArray();
    double[] came = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      int place = places.get(fans.ids()[at[i]]);
      came[i] = later.count(FanCount.NET, place) - fans.count(FanCount.NET, at[i]);
      asked++;
      // A fan of whom nothing comes is where the interval begins at 0.
      covered += came[i] >= worth.lo()[at[i]] - 1 && came[i] <= worth.hi()[at[i]] + 1 ? 1 : 0;
    }
    expected.add(told);
    brought.add(came);
    rankCorrelations.add(correlation(Ranks.among(told).of(told), Ranks.among(came).of(came)));
    System.out.printf(
        Locale.ROOT,
        "  worth: %d payers, told %.0f, came %.0f, rank correlation %.3f%n",
        at.length,
        Arrays.stream(told).sum(),
        Arrays.stream(came).sum(),
        rankCorrelations.getLast());
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double both = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - meanA) * (b[i] - meanB);
      squaresA += (a[i] - meanA) * (a[i] - meanA);
      squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    return both / Math.sqrt(squaresA * squaresB);
  }

  private void segments(
      SimulatedAudiences made, CreatorProfile creator, AudienceSegments audience, int seed) {
    int[] planted = made.planted(creator, audience);
    Segments found =
        Segmentation.of(
            SegmentFeatures.of(audience.fans(), Engagement.of(audience.fans())),
            AudienceOptions.defaults().segments(),
            new SplittableRandom(seed),
            Progress.SILENT);
    int[] known = IntStream.range(0, planted.length).filter(fan -> planted[fan] >= 0).toArray();
    int[] ours = Arrays.stream(known).map(fan -> found.numbers()[fan]).toArray();
    int[] theirs = Arrays.stream(known).map(fan -> planted[fan]).toArray();
    rand.add(AdjustedRand.of(ours, theirs));
    ceilings.add(
        AdjustedRand.of(KnownRates.guess(made.rates(creator, audience), planted, known), theirs));
    int k = found.segments().size();
    nearPlanted += Math.abs(k - PLANTED) <= 1 ? 1 : 0;
    System.out.printf(Locale.ROOT, "  segments: %d, adjusted Rand %.3f%n", k, rand.getLast());
  }

  private void report() {
    double[] told = risks.stream().flatMapToDouble(Arrays::stream).toArray();
    boolean[] came = new boolean[told.length];
    int at = 0;
    for (boolean[] one : left) {
      for (boolean gone : one) {
        came[at++] = gone;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "leaving: ECE %.4f over %,d fans (aim .02; chance alone makes about %.4f)%n",
        Calibration.error(told, came, GROUPS),
        told.length,
        chance(told));
    System.out.printf(
        Locale.ROOT,
        "lifetime value: rank correlation %.3f, 95%% interval covered %.3f (aim .92 to .98)%n",
        rankCorrelations.stream()
            .mapToDouble(Double::doubleValue)
            .filter(one -> !Double.isNaN(one))
            .average()
            .orElse(Double.NaN),
        (double) covered / asked);
    deciles();
    System.out.printf(
        Locale.ROOT,
        "segments: adjusted Rand %.3f (%.3f by the true rates), within 1 of %d in %d of %d"
            + " audiences%n",
        rand.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN),
        ceilings.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN),
        PLANTED,
        nearPlanted,
        rand.size());
  }

  /** What the error of perfectly calibrated probabilities would be: |normal| has mean .8. */
  private static double chance(double[] told) {
    double[] ascending = told.clone();
    Arrays.sort(ascending);
    double error = 0;
    for (int group = 0; group < GROUPS; group++) {
      int from = (int) ((long) group * told.length / GROUPS);
      int to = (int) ((long) (group + 1) * told.length / GROUPS);
      double variance = Arrays.stream(ascending, from, to).map(p -> p * (1 - p)).sum();
      error += Math.sqrt(2 * variance / Math.PI) / told.length;
    }
    return error;
  }

  private void deciles() {
    double[] told = expected.stream().flatMapToDouble(Arrays::stream).toArray();
    double[] came = brought.stream().flatMapToDouble(Arrays::stream).toArray();
    int[] order =
        IntStream.range(0, told.length)
            .boxed()
            .sorted((a, b) -> Double.compare(told[b], told[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int group = 0; group < GROUPS; group++) {
      int from = (int) ((long) group * order.length / GROUPS);
      int to = (int) ((long) (group + 1) * order.length / GROUPS);
      double sumTold = 0;
      double sumCame = 0;
      for (int i = from; i < to; i++) {
        sumTold += told[order[i]];
        sumCame += came[order[i]];
      }
      System.out.printf(
          Locale.ROOT,
          "  tenth %2d: told %8.2f, came %8.2f%n",
          group + 1,
          sumTold / (to - from) / 100,
          sumCame / (to - from) / 100);
    }
  }
}
