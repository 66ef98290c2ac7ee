package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.noise.SeededBits;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Neighbouring data, with and without one person, measured with the same randomness: the numbers to
 * be noised never move by more than what is declared.
 */
final class Neighbours {

  private static final int CELLS = 6;
  private static final long PERSON = 7;

  private Neighbours() {}

  /** How a statistic's exact numbers are made from rows. */
  @FunctionalInterface
  interface Measurer {

    long[] measure(Statistic statistic, NoiseKind noise, List<Asked.Row> rows, long seed);
  }

  /** By how much a person is said to move them. */
  @FunctionalInterface
  interface Declared {

    double of(Statistic statistic, NoiseKind noise);
  }

  /** The product's. */
  static Measurer measurer(Part.Role role) {
    return (statistic, noise, rows, seed) -> {
      Bounding bounded = Bounding.of(statistic, Asked.contributions(rows), new SeededBits(seed));
      return measured(role, statistic, new Measurement(statistic, bounded, noise));
    };
  }

  static long[] measured(Part.Role role, Statistic statistic, Measurement measurement) {
    return switch (role) {
      case COUNT -> measurement.counts();
      case SUM -> measurement.sums(statistic.bounds());
      case CLAMP -> measurement.sizes();
    };
  }

  /** The product's. */
  static Declared declared(Part.Role role) {
    return (statistic, noise) -> {
      Part part =
          Part.of(statistic).stream().filter(one -> one.role() == role).findFirst().orElseThrow();
      return noise == NoiseKind.DISCRETE_LAPLACE ? part.laplace() : part.gaussian();
    };
  }

  /** The first pair that moves by more, in words; empty if none of so many does. */
  static Optional<String> offence(
      Statistic statistic, Measurer measurer, Declared declared, int pairs) {
    SplittableRandom random = new SplittableRandom(statistic.name().hashCode());
    for (int pair = 0; pair < pairs; pair++) {
      List<Asked.Row> with = rows(random);
      List<Asked.Row> without = with.stream().filter(row -> row.person() != PERSON).toList();
      long seed = random.nextLong();
      for (NoiseKind noise : List.of(NoiseKind.DISCRETE_LAPLACE, NoiseKind.DISCRETE_GAUSSIAN)) {
        double moved =
            distance(
                measurer.measure(statistic, noise, with, seed),
                measurer.measure(statistic, noise, without, seed),
                noise);
        double most = declared.of(statistic, noise);
        if (!(moved <= most * (1 + 1e-12))) {
          return Optional.of(
              "pair %d, %s: moved by %s, declared %s".formatted(pair, noise, moved, most));
        }
      }
    }
    return Optional.empty();
  }

  private static double distance(long[] one, long[] other, NoiseKind noise) {
    if (one.length != other.length) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      double moved = Math.abs((double) one[i] - other[i]);
      sum += noise == NoiseKind.DISCRETE_LAPLACE ? moved : moved * moved;
    }
    return noise == NoiseKind.DISCRETE_LAPLACE ? sum : Math.sqrt(sum);
  }

  /** A few persons, one of whom does a lot, in any order; amounts of every size and sign. */
  private static List<Asked.Row> rows(SplittableRandom random) {
    List<Asked.Row> rows = new ArrayList<>();
    int others = random.nextInt(8);
    for (int i = 0; i < others; i++) {
      rows.add(row(random.nextInt(6), random));
    }
    int own = 1 + random.nextInt(random.nextBoolean() ? 4 : 40);
    for (int i = 0; i < own; i++) {
      rows.add(random.nextInt(rows.size() + 1), row(PERSON, random));
    }
    return rows;
  }

  private static Asked.Row row(long person, SplittableRandom random) {
    long amount =
        switch (random.nextInt(6)) {
          case 0 -> Long.MAX_VALUE - random.nextInt(3);
          case 1 -> Long.MIN_VALUE + random.nextInt(3);
          case 2 -> 0;
          case 3 -> -random.nextInt(2000);
          default -> random.nextInt(2000);
        };
    int events = random.nextInt(3) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(5);
    return new Asked.Row(person, "l" + random.nextInt(CELLS + 1), events, amount);
  }
}
