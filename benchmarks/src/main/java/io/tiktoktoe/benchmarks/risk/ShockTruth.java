package io.tiktoktoe.benchmarks.risk;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.risk.exposure.ExposureAssessor;
import io.tiktoktoe.risk.exposure.IncomePart;
import io.tiktoktoe.risk.exposure.RiskFacts;
import io.tiktoktoe.risk.exposure.ShockRisk;
import io.tiktoktoe.risk.exposure.ShockRisk.Kind;
import io.tiktoktoe.risk.exposure.ShockTrack;
import io.tiktoktoe.simulation.model.WorldTruth;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream.Builder;

/**
 * Chances and sizes of falls that all creators have, as learned through the store, beside those
 * that the hard simulated economy planted: of views (algorithm) and of pay (policy).
 *
 * <p>The truth of a chance is that of all planted falls by more than a tenth over all platforms and
 * years of all seeds; intervals of sizes are held against every planted fall of their kind.
 *
 * <p>Arguments: creators (40), months (24), seeds (11 12 13).
 */
public final class ShockTruth {

  private static final double LEAST = 0.9;

  /** A chance of nothing is met by an interval that begins here: none is told. */
  private static final double NONE = 0.005;

  private static final double QUARTER = 90 / 365.25;

  private ShockTruth() {}

  /** One economy: what was learned, what was planted, and for how long on how many platforms. */
  private record Economy(List<ShockRisk> learned, List<WorldTruth.Break> planted, double years) {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    int creators = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
    int months = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 24;
    List<Economy> economies = new ArrayList<>();
    long[] seeds =
        arguments.length > 2
            ? Arrays.stream(arguments).skip(2).mapToLong(Long::parseLong).toArray()
            : new long[] {11, 12, 13};
    for (long seed : seeds) {
      economies.add(economy(creators, months, seed));
    }
    System.out.printf(
        "%d economies of %d creators, %d months%n", economies.size(), creators, months);
    print(Kind.ALGORITHM, "algorithm", economies);
    print(Kind.POLICY, "policy", economies);
    print(Kind.DEMONETISATION, "", economies);
  }

  private static Economy economy(int creators, int months, long seed) throws IOException {
    try (SimulatedStore economy = SimulatedStore.of(creators, months, seed)) {
      LocalDate end = economy.options().end().minusDays(1);
      DateRange recent = DateRange.ofDays(end.minusDays(89), end, ZoneOffset.UTC);
      CreatorProfile any =
          economy
              .store()
              .settings()
              .profileOrGuess(economy.store().settings().creators().iterator().next());
      RiskFacts facts = economy.store().snapshot(source -> source.riskFacts(any, recent));
      List<ShockRisk> learned = ExposureAssessor.shocks(everywhere(facts));
      List<WorldTruth.Break> planted =
          economy.truth().stream()
              .filter(WorldTruth.Break.class::isInstance)
              .map(WorldTruth.Break.class::cast)
              .toList();
      long platforms =
          learned.stream()
              .filter(one -> !one.source().isEmpty())
              .map(ShockRisk::source)
              .distinct()
              .count();
      return new Economy(learned, planted, platforms * months / 12.0);
    }
  }

  /** The same past for one who earns by advertising on every platform. */
  private static RiskFacts everywhere(RiskFacts facts) {
    Builder<IncomePart> parts = java.util.stream.Stream.builder();
    facts.tracks().stream()
        .map(ShockTrack::source)
        .distinct()
        .forEach(
            source ->
                parts.add(new IncomePart(source, Stream.ADVERTISING, "EUR", 90_000, 90_000, 0, 0)));
    return new RiskFacts(
        parts.build().toList(), List.of(), List.of(), facts.tracks(), facts.days());
  }

  private static void print(Kind kind, String name, List<Economy> economies) {
    List<ShockRisk> learned =
        economies.stream()
            .flatMap(one -> one.learned().stream())
            .filter(one -> one.kind() == kind)
            .toList();
    List<Double> falls =
        economies.stream()
            .flatMap(one -> one.planted().stream())
            .filter(one -> one.kind().equals(name) && one.factor() < LEAST)
            .map(one -> 1 - one.factor())
            .toList();
    double years = economies.stream().mapToDouble(Economy::years).sum();
    double truth = -Math.expm1(-falls.size() / years * QUARTER);
    long held =
        learned.stream()
            .map(ShockRisk::chanceInterval)
            .filter(one -> one.lo() <= truth + NONE && one.hi() >= truth)
            .count();
    System.out.printf(
        "%-14s planted %d falls in %.0f platform years, chance %.3f; learned %d from %.0f years, of"
            + " which %.2f would show; chance %.3f, interval holds the truth in %d of %d%n",
        kind,
        falls.size(),
        years,
        truth,
        learned.stream().mapToInt(ShockRisk::falls).sum(),
        learned.stream().mapToDouble(ShockRisk::years).sum(),
        learned.stream().mapToDouble(ShockRisk::power).average().orElse(Double.NaN),
        learned.stream().mapToDouble(ShockRisk::chance).average().orElse(Double.NaN),
        held,
        learned.size());
    List<ShockRisk> sized = learned.stream().filter(one -> !Double.isNaN(one.fall())).toList();
    long inside = 0;
    for (ShockRisk one : sized) {
      inside += falls.stream().filter(one.fallInterval()::contains).count();
    }
    System.out.printf(
        "%-14s size planted %.3f, learned %.3f on %d platforms; intervals hold %.2f of planted"
            + " falls%n",
        "",
        falls.stream().mapToDouble(one -> one).average().orElse(Double.NaN),
        sized.stream().mapToDouble(ShockRisk::fall).average().orElse(Double.NaN),
        sized.size(),
        inside / (double) Math.max(1, sized.size() * falls.size()));
  }
}
