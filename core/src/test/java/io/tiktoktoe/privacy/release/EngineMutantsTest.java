package io.tiktoktoe.privacy.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.privacy.Mechanism;
import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.PrivacyAccountant;
import io.tiktoktoe.privacy.mechanism.NoiseGrid;
import io.tiktoktoe.privacy.mechanism.PartitionSelection;
import io.tiktoktoe.privacy.noise.IntegerNoise;
import io.tiktoktoe.privacy.noise.SecureBits;
import io.tiktoktoe.privacy.noise.SeededBits;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Planted faults of scale, noise, selection and the door for amounts, each found by a check that
 * the product passes. Checks of chance fail falsely once in 10^6 seeds, which are fixed.
 */
class EngineMutantsTest {

  private static final ContributionBounds ONE = ContributionBounds.people(1);

  /** A fault: what it is, and whether a check lets the product and the fault pass. */
  record Mutant(String name, Supplier<Boolean> product, Supplier<Boolean> fault) {

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource({"scales", "noises", "selections", "doors"})
  void plantedFaultsAreFound(Mutant mutant) {
    assertThat(mutant.product().get()).as("the product without: " + mutant.name()).isTrue();
    assertThat(mutant.fault().get()).as(mutant.name()).isFalse();
  }

  // Scales: what the noise costs by the accountant, found out from its parameters alone.

  private static final ReleaseRequest COUNTS =
      Asked.of(
          0.07,
          0,
          Statistic.of("a", new Measure.People(), Asked.labels(1), ONE),
          Statistic.of("b", new Measure.People(), Asked.labels(1), ONE).withWeight(9));

  private static final ReleaseRequest MANY =
      Asked.of(
          0.1,
          1e-6,
          Statistic.of("a", new Measure.People(), Asked.labels(50), ContributionBounds.people(50)),
          Statistic.of("t", new Measure.People(), new Partitions.Selected(), ONE),
          Statistic.of(
              "s", new Measure.Total(), Asked.labels(9), ContributionBounds.adaptive(3, 1000)));

  /** Makes a mechanism of a part; none if it is thought to be free. */
  private interface Priced {

    List<Mechanism> of(ReleaseRequest request, Spending spending, int statistic, int part);
  }

  private static List<Mechanism> fair(
      ReleaseRequest request, Spending spending, int statistic, int part) {
    Part one = Part.of(request.statistics().get(statistic)).get(part);
    NoiseGrid grid = spending.grid(statistic, part, one);
    return List.of(mechanism(spending, one, (double) grid.scale() / grid.fraction()));
  }

  private static Mechanism mechanism(Spending spending, Part part, double parameter) {
    return spending.noise() == NoiseKind.DISCRETE_LAPLACE
        ? Mechanism.once(NoiseKind.LAPLACE, parameter, part.laplace())
        : Mechanism.once(NoiseKind.GAUSSIAN, parameter, part.gaussian());
  }

  private static boolean affordable(ReleaseRequest request, Priced priced, double selections) {
    Spending spending = Spending.of(request);
    List<Mechanism> all = new ArrayList<>();
    for (int i = 0; i < request.statistics().size(); i++) {
      for (int j = 0; j < Part.of(request.statistics().get(i)).size(); j++) {
        all.addAll(priced.of(request, spending, i, j));
      }
    }
    double delta = request.budget().delta() * (selections > 0 ? 1 - Spending.SELECTION_DELTA : 1);
    double spent =
        PrivacyAccountant.cost(all, spending.noise() == NoiseKind.DISCRETE_LAPLACE ? 0 : delta)
                .pld()
            + selections * request.budget().epsilon() * Spending.SELECTION_EPSILON;
    return spent <= request.budget().epsilon();
  }

  static Stream<Mutant> scales() {
    Supplier<Boolean> laplace = () -> affordable(COUNTS, EngineMutantsTest::fair, 0);
    Supplier<Boolean> gaussian = () -> affordable(MANY, EngineMutantsTest::fair, 1);
    return Stream.of(
        new Mutant("half the scale", laplace, () -> affordable(COUNTS, scaled(0.5), 0)),
        new Mutant("half the sigma", gaussian, () -> affordable(MANY, scaled(0.5), 1)),
        new Mutant(
            "a thousandth too little sigma", gaussian, () -> affordable(MANY, scaled(0.999), 1)),
        new Mutant(
            "scales rounded down to whole units",
            laplace,
            () ->
                affordable(
                    COUNTS,
                    (request, spending, i, j) ->
                        List.of(
                            mechanism(
                                spending,
                                Part.of(request.statistics().get(i)).get(j),
                                Math.floor(fair(request, spending, i, j).getFirst().parameter()))),
                    0)),
        new Mutant(
            "every statistic has the whole budget",
            laplace,
            () ->
                affordable(
                    COUNTS,
                    (request, spending, i, j) ->
                        List.of(
                            mechanism(
                                spending,
                                Part.of(request.statistics().get(i)).get(j),
                                1 / request.budget().epsilon())),
                    0)),
        new Mutant(
            "the split forgets what selection takes",
            gaussian,
            () -> affordable(MANY, scaled(1 - Spending.SELECTION_EPSILON), 1)),
        new Mutant(
            "Gaussian noise as if one of fifty cells moved",
            gaussian,
            () ->
                affordable(
                    MANY,
                    (request, spending, i, j) ->
                        fair(request, spending, i, j).stream()
                            .map(
                                one ->
                                    Mechanism.once(
                                        one.kind(), one.parameter() / 7, one.sensitivity()))
                            .toList(),
                    1)));
  }

  private static Priced scaled(double factor) {
    return (request, spending, i, j) ->
        fair(request, spending, i, j).stream()
            .map(one -> Mechanism.once(one.kind(), factor * one.parameter(), one.sensitivity()))
            .toList();
  }

  // Noises: masses by chi-square on coarse cells, and that no draw is used twice.

  private static final int DRAWS = 60_000;
  private static final NoiseGrid GRID = new NoiseGrid(NoiseKind.DISCRETE_LAPLACE, 3, 1);
  private static final NoiseGrid SIGMA = new NoiseGrid(NoiseKind.DISCRETE_GAUSSIAN, 3, 1);

  private static boolean fits(Function<long[], long[]> noised, LongToDoubleFunction weight) {
    long[] drawn = noised.apply(new long[DRAWS]);
    double[] seen = new double[25];
    double[] expected = new double[25];
    double sum = 0;
    for (int x = -200; x <= 200; x++) {
      sum += weight.applyAsDouble(x);
    }
    for (int x = -200; x <= 200; x++) {
      expected[Math.clamp(x, -12, 12) + 12] += DRAWS * weight.applyAsDouble(x) / sum;
    }
    for (long one : drawn) {
      seen[(int) Math.clamp(one, -12, 12) + 12]++;
    }
    double square = 0;
    for (int i = 0; i < seen.length; i++) {
      square += (seen[i] - expected[i]) * (seen[i] - expected[i]) / Math.max(1, expected[i]);
    }
    // Chi-square of 24 degrees of freedom: above 75 once in a million.
    return square < 75;
  }

  private static boolean fitsLaplace(Function<long[], long[]> noised) {
    return fits(noised, x -> Math.exp(-Math.abs(x) / 3.0));
  }

  private static IntegerNoise seeded(long seed) {
    return new IntegerNoise(new SeededBits(seed));
  }

  private static boolean drawsDiffer(LongFunction<long[]> release) {
    long[] first = release.apply(0);
    long[] second = release.apply(1);
    return !Arrays.equals(first, second) && Arrays.stream(first).distinct().count() > 5;
  }

  static Stream<Mutant> noises() {
    Supplier<Boolean> laplace = () -> fitsLaplace(values -> GRID.noised(values, seeded(1)));
    NoiseGrid fine = NoiseGrid.laplace(20);
    Supplier<Boolean> fresh =
        () -> drawsDiffer(round -> fine.noised(new long[20], new IntegerNoise(SecureBits.fresh())));
    return Stream.of(
        new Mutant(
            "zero counts twice",
            laplace,
            () ->
                fitsLaplace(
                    values -> Arrays.stream(values).map(EngineMutantsTest::twoZeros).toArray())),
        new Mutant(
            "noise on one side only",
            laplace,
            () ->
                fitsLaplace(
                    values ->
                        Arrays.stream(GRID.noised(values, seeded(1))).map(Math::abs).toArray())),
        new Mutant(
            "Gaussian noise where Laplace is accounted for",
            laplace,
            () -> fitsLaplace(values -> SIGMA.noised(values, seeded(1)))),
        new Mutant(
            "Gaussian noise by a sum of few uniforms",
            () ->
                fits(
                    values -> SIGMA.noised(values, seeded(1)), x -> Math.exp(-(double) x * x / 18)),
            () ->
                fits(
                    values -> Arrays.stream(values).map(one -> fewUniforms()).toArray(),
                    x -> Math.exp(-(double) x * x / 18))),
        new Mutant(
            "numbers of 0 without noise", laplace, () -> fitsLaplace(values -> values.clone())),
        new Mutant(
            "noise drawn once for all numbers",
            fresh,
            () ->
                drawsDiffer(
                    round -> {
                      long one = fine.noised(new long[1], new IntegerNoise(SecureBits.fresh()))[0];
                      return LongStreams.same(one, 20);
                    })),
        new Mutant(
            "the same seed for every release",
            fresh,
            () -> drawsDiffer(round -> fine.noised(new long[20], seeded(42)))));
  }

  private static final IntegerNoise SHARED = seeded(8);

  /** Zero of either sign: 0 has a second time its mass of about 0.165. */
  private static long twoZeros(long value) {
    return SHARED.happens(14, 100) ? value : SHARED.laplace(3);
  }

  private static long fewUniforms() {
    long sum = 0;
    for (int i = 0; i < 4; i++) {
      for (long bound = 1; bound <= 8; bound *= 2) {
        sum += SHARED.happens(1, 2) ? bound : 0;
      }
    }
    return (sum - 30) / 3;
  }

  /** Arrays of one number. */
  private static final class LongStreams {

    private static long[] same(long value, int count) {
      long[] all = new long[count];
      Arrays.fill(all, value);
      return all;
    }
  }

  // Selections: for any n and n + 1 persons the promise holds, and nobody's cell is never shown.

  private static boolean selectsPrivately(
      LongToDoubleFunction chance, double epsilon, double delta) {
    if (chance.applyAsDouble(0) != 0) {
      return false;
    }
    return IntStream.range(0, 400)
        .allMatch(
            n -> {
              double with = chance.applyAsDouble(n + 1);
              double without = chance.applyAsDouble(n);
              double slack = 1 + 1e-9;
              return with <= (Math.exp(epsilon) * without + delta) * slack
                  && 1 - without <= (Math.exp(epsilon) * (1 - with) + delta) * slack + 1e-12;
            });
  }

  static Stream<Mutant> selections() {
    PartitionSelection selection = new PartitionSelection(0.1, 1e-6);
    Supplier<Boolean> product = () -> selectsPrivately(selection::chance, 0.1, 1e-6);
    PartitionSelection shared = PartitionSelection.shared(0.1, 1e-6, 10);
    return Stream.of(
        new Mutant(
            "a cell of anybody is shown",
            product,
            () -> selectsPrivately(n -> n > 0 ? 1 : 0, 0.1, 1e-6)),
        new Mutant(
            "a threshold without noise",
            product,
            () -> selectsPrivately(n -> n >= 150 ? 1 : 0, 0.1, 1e-6)),
        new Mutant(
            "cells of nobody are shown too",
            product,
            () -> selectsPrivately(n -> Math.max(1e-7, selection.chance(n)), 0.1, 1e-6)),
        new Mutant(
            "persons in ten cells have the budget ten times",
            () -> selectsPrivately(shared::chance, 0.01, 1e-7),
            () -> selectsPrivately(selection::chance, 0.01, 1e-7)),
        new Mutant(
            "chances rise by one person too early",
            product,
            () -> selectsPrivately(n -> n == 0 ? 0 : selection.chance(n + 1), 0.1, 1e-6)));
  }

  // The door: what is no whole number of units is refused.

  private static boolean refuses(Function<@Nullable Number, Long> door) {
    List<@Nullable Number> wrong = new ArrayList<>();
    wrong.add(null);
    wrong.addAll(
        List.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            -0.0,
            0.5,
            1e300,
            Float.NaN,
            -0.0f,
            new BigDecimal("1.5"),
            new BigDecimal("1e30")));
    return wrong.stream().allMatch(one -> throwsArgument(() -> door.apply(one)))
        && door.apply(5.0) == 5
        && door.apply(7L) == 7;
  }

  private static boolean throwsArgument(Runnable call) {
    try {
      call.run();
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static long orThrow(boolean wrong, @Nullable Number amount) {
    if (wrong || amount == null) {
      throw new IllegalArgumentException("amount");
    }
    return amount.longValue();
  }

  static Stream<Mutant> doors() {
    Supplier<Boolean> product = () -> refuses(WholeAmount::of);
    return Stream.of(
        new Mutant(
            "NaN becomes 0",
            product,
            () -> refuses(one -> one == null || one.equals(Double.NaN) ? 0 : WholeAmount.of(one))),
        new Mutant(
            "nothing becomes 0",
            product,
            () -> refuses(one -> one == null ? 0 : WholeAmount.of(one))),
        new Mutant(
            "infinity is cut",
            product,
            () -> refuses(one -> orThrow(one == null || Double.isNaN(one.doubleValue()), one))),
        new Mutant(
            "-0.0 passes",
            product,
            () ->
                refuses(one -> one instanceof Double zero && zero == 0 ? 0 : WholeAmount.of(one))),
        new Mutant(
            "fractions are rounded",
            product,
            () ->
                refuses(
                    one -> one instanceof Double part && part == 0.5 ? 1 : WholeAmount.of(one))));
  }
}
