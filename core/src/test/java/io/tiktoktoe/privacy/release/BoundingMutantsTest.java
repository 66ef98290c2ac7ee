package io.tiktoktoe.privacy.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.mechanism.CountTree;
import io.tiktoktoe.privacy.noise.SeededBits;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sensitivity of every kind of release by neighbouring data ({@code -Dpairs=10000} for the long
 * run), and planted faults of bounding that the same check finds.
 */
class BoundingMutantsTest {

  private static final int PAIRS = Integer.getInteger("pairs", 300);
  private static final ContributionBounds AMOUNTS = ContributionBounds.amounts(2, -300, 900);

  private static Statistic statistic(Measure measure, ContributionBounds bounds) {
    return Statistic.of(measure.getClass().getSimpleName(), measure, Asked.labels(6), bounds);
  }

  static final Statistic PEOPLE = statistic(new Measure.People(), ContributionBounds.people(2));
  static final Statistic EVENTS = statistic(new Measure.Events(), ContributionBounds.events(2, 3));
  static final Statistic TOTAL = statistic(new Measure.Total(), AMOUNTS);
  static final Statistic ADAPTIVE =
      statistic(new Measure.Total(), ContributionBounds.adaptive(3, 1000));
  static final Statistic MEAN = statistic(new Measure.Mean(), AMOUNTS);
  static final Statistic QUANTILES = statistic(new Measure.AmountQuantiles(List.of(0.5)), AMOUNTS);
  static final Statistic HISTOGRAM =
      statistic(new Measure.Histogram(2), ContributionBounds.events(3, 2));
  static final Statistic TOP = statistic(new Measure.Top(3), ContributionBounds.people(1));
  static final Statistic RUNNING =
      statistic(new Measure.Running(), ContributionBounds.events(2, 2));

  static Stream<Arguments> releaseTypes() {
    return Stream.of(PEOPLE, EVENTS, TOTAL, ADAPTIVE, MEAN, QUANTILES, HISTOGRAM, TOP, RUNNING)
        .flatMap(one -> Part.of(one).stream().map(part -> Arguments.of(one, part.role())));
  }

  @ParameterizedTest
  @MethodSource("releaseTypes")
  void nobodyMovesAReleaseByMoreThanDeclared(Statistic statistic, Part.Role role) {
    assertThat(
            Neighbours.offence(
                statistic, Neighbours.measurer(role), Neighbours.declared(role), PAIRS))
        .isEmpty();
  }

  /** A fault: a name, what it concerns, and the numbers or the declaration that it spoils. */
  record Mutant(
      String name,
      Statistic statistic,
      Part.Role role,
      Neighbours.Measurer measurer,
      Neighbours.Declared declared) {

    static Mutant ofBounds(
        String name, Statistic statistic, Part.Role role, ContributionBounds looser) {
      return ofMeasurer(
          name,
          statistic,
          role,
          (asked, noise, rows, seed) ->
              Neighbours.measurer(role)
                  .measure(Drawing.withBounds(asked, looser), noise, rows, seed));
    }

    static Mutant ofMeasurer(
        String name, Statistic statistic, Part.Role role, Neighbours.Measurer measurer) {
      return new Mutant(name, statistic, role, measurer, Neighbours.declared(role));
    }

    static Mutant ofDeclared(
        String name, Statistic statistic, Part.Role role, Neighbours.Declared declared) {
      return new Mutant(name, statistic, role, Neighbours.measurer(role), declared);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Mutant> mutants() {
    return Stream.of(boundsSkipped(), countedWrongly(), declaredWrongly()).flatMap(List::stream);
  }

  private static List<Mutant> boundsSkipped() {
    Part.Role count = Part.Role.COUNT;
    Part.Role sum = Part.Role.SUM;
    return List.of(
        Mutant.ofBounds("partitions not bounded", PEOPLE, count, ContributionBounds.people(100)),
        Mutant.ofBounds("one partition too many", PEOPLE, count, ContributionBounds.people(3)),
        Mutant.ofBounds("events not bounded", EVENTS, count, ContributionBounds.events(2, 1000)),
        Mutant.ofBounds(
            "amounts not clamped above", TOTAL, sum, ContributionBounds.amounts(2, -300, 1 << 30)),
        Mutant.ofBounds(
            "amounts not clamped below",
            TOTAL,
            sum,
            ContributionBounds.amounts(2, -(1 << 30), 900)),
        Mutant.ofBounds("mean not clamped", MEAN, sum, ContributionBounds.amounts(2, -300, 90_000)),
        Mutant.ofBounds(
            "histogram's persons in all cells", HISTOGRAM, count, ContributionBounds.events(6, 2)),
        Mutant.ofBounds(
            "steps of a running total not bounded",
            RUNNING,
            count,
            ContributionBounds.events(6, 2)),
        Mutant.ofMeasurer(
            "clamped by row, not by person",
            TOTAL,
            sum,
            (statistic, noise, rows, seed) ->
                Neighbours.measurer(sum).measure(statistic, noise, eachItsOwn(rows), seed)),
        Mutant.ofMeasurer(
            "bounded before cells were merged",
            PEOPLE,
            count,
            (statistic, noise, rows, seed) -> mergedAfter(statistic, rows, seed)));
  }

  /** Every row as if of another person. */
  private static List<Asked.Row> eachItsOwn(List<Asked.Row> rows) {
    List<Asked.Row> own = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Asked.Row row = rows.get(i);
      own.add(new Asked.Row(1000L + i, row.label(), row.events(), row.amount()));
    }
    return own;
  }

  /** Cells of pairs of labels, added up from counts that were bounded by label. */
  private static long[] mergedAfter(Statistic statistic, List<Asked.Row> rows, long seed) {
    Statistic finer =
        new Statistic(
            "finer",
            statistic.measure(),
            statistic.partitions(),
            ContributionBounds.people(6),
            1,
            1000);
    long[] fine =
        Neighbours.measurer(Part.Role.COUNT).measure(finer, NoiseKind.DISCRETE_LAPLACE, rows, seed);
    return new long[] {fine[0] + fine[1], fine[2] + fine[3], fine[4] + fine[5]};
  }

  private static List<Mutant> countedWrongly() {
    Part.Role count = Part.Role.COUNT;
    return List.of(
        Mutant.ofMeasurer(
            "every row counts", PEOPLE, count, (statistic, noise, rows, seed) -> perRow(rows)),
        Mutant.ofMeasurer(
            "a person counts twice",
            TOP,
            count,
            (statistic, noise, rows, seed) ->
                java.util.Arrays.stream(
                        Neighbours.measurer(count).measure(statistic, noise, rows, seed))
                    .map(one -> 2 * one)
                    .toArray()),
        Mutant.ofMeasurer(
            "others' cells are chosen by what is popular",
            TOP,
            count,
            (statistic, noise, rows, seed) -> byPopularity(rows)),
        Mutant.ofMeasurer(
            "sums wrap", TOTAL, Part.Role.SUM, (statistic, noise, rows, seed) -> wrapped(rows)),
        Mutant.ofMeasurer(
            "cells of nobody are left out",
            PEOPLE,
            count,
            (statistic, noise, rows, seed) ->
                java.util.Arrays.stream(
                        Neighbours.measurer(count).measure(statistic, noise, rows, seed))
                    .filter(one -> one > 0)
                    .toArray()),
        Mutant.ofMeasurer(
            "sizes of all amounts, not of the largest",
            ADAPTIVE,
            Part.Role.CLAMP,
            (statistic, noise, rows, seed) ->
                Neighbours.measurer(Part.Role.CLAMP)
                    .measure(statistic, noise, eachItsOwn(rows), seed)),
        Mutant.ofMeasurer(
            "tree counts before bounding",
            HISTOGRAM,
            count,
            (statistic, noise, rows, seed) -> new CountTree(6, 2).counts(perRow(rows))));
  }

  private static long[] perRow(List<Asked.Row> rows) {
    long[] counts = new long[6];
    for (Asked.Row row : rows) {
      int cell = row.label().charAt(1) - '0';
      if (cell < 6) {
        counts[cell]++;
      }
    }
    return counts;
  }

  /** Each person counts in the cell of theirs that most rows are in. */
  private static long[] byPopularity(List<Asked.Row> rows) {
    long[] popular = perRow(rows);
    Map<Long, Integer> chosen = new HashMap<>();
    for (Asked.Row row : rows) {
      int cell = row.label().charAt(1) - '0';
      if (cell < 6) {
        chosen.merge(row.person(), cell, (a, b) -> popular[a] >= popular[b] ? a : b);
      }
    }
    long[] counts = new long[6];
    chosen.values().forEach(cell -> counts[cell]++);
    return counts;
  }

  /** Amounts of a person are added up in 64 bits, and then clamped; others' are not clamped. */
  private static long[] wrapped(List<Asked.Row> rows) {
    long[] sums = new long[6];
    Map<String, Long> own = new LinkedHashMap<>();
    for (Asked.Row row : rows) {
      own.merge(row.person() + " " + row.label(), row.amount(), Long::sum);
    }
    own.forEach(
        (key, amount) -> {
          int cell = key.charAt(key.length() - 1) - '0';
          if (cell < 6) {
            sums[cell] += amount;
          }
        });
    return sums;
  }

  private static List<Mutant> declaredWrongly() {
    Part.Role count = Part.Role.COUNT;
    return List.of(
        Mutant.ofDeclared("one partition declared", PEOPLE, count, (one, noise) -> 1),
        Mutant.ofDeclared(
            "root of partitions declared for Laplace noise",
            PEOPLE,
            count,
            (one, noise) -> Math.sqrt(one.bounds().partitions())),
        Mutant.ofDeclared(
            "events forgotten", EVENTS, count, (one, noise) -> one.bounds().partitions()),
        Mutant.ofDeclared(
            "levels of a tree forgotten",
            QUANTILES,
            count,
            (one, noise) -> one.bounds().partitions()),
        Mutant.ofDeclared(
            "groups of a histogram forgotten",
            HISTOGRAM,
            count,
            (one, noise) ->
                noise == NoiseKind.DISCRETE_LAPLACE
                    ? 3 * 2
                    : 2 * Math.sqrt(3 * new CountTree(6, 2).levels())),
        Mutant.ofDeclared(
            "highest alone declared where lowest is larger",
            statistic(new Measure.Total(), ContributionBounds.amounts(2, -300, 100)),
            Part.Role.SUM,
            (one, noise) -> 2 * one.bounds().highest()),
        Mutant.ofDeclared(
            "half of a mean's range declared",
            MEAN,
            Part.Role.SUM,
            (one, noise) -> one.bounds().highest() - one.bounds().lowest()),
        Mutant.ofDeclared(
            "a running total declared by one step",
            RUNNING,
            count,
            (one, noise) ->
                noise == NoiseKind.DISCRETE_LAPLACE
                    ? new CountTree(6, 2).levels()
                    : new io.tiktoktoe.privacy.mechanism.SquareRootToeplitz(6).sensitivity(1)));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void plantedFaultsAreFound(Mutant mutant) {
    // The same check passes on the product itself.
    assertThat(
            Neighbours.offence(
                mutant.statistic(),
                Neighbours.measurer(mutant.role()),
                Neighbours.declared(mutant.role()),
                100))
        .isEmpty();
    assertThat(Neighbours.offence(mutant.statistic(), mutant.measurer(), mutant.declared(), PAIRS))
        .as(mutant.name())
        .isPresent();
  }

  /** Cells that are selected are measured like known ones: a person moves as many. */
  @org.junit.jupiter.api.Test
  void selectedCellsAreBoundedToo() {
    List<Asked.Row> rows = new ArrayList<>();
    for (int cell = 0; cell < 10_000; cell++) {
      rows.add(new Asked.Row(1, "c" + cell, 100, 5));
    }
    rows.sort(Comparator.comparing(Asked.Row::label));
    Statistic statistic =
        Statistic.of(
            "creators",
            new Measure.People(),
            new Partitions.Selected(),
            ContributionBounds.people(4));

    Bounding bounded = Bounding.of(statistic, Asked.contributions(rows), new SeededBits(3));

    assertThat(
            java.util.Arrays.stream(
                    new Measurement(statistic, bounded, NoiseKind.DISCRETE_LAPLACE).people())
                .sum())
        .isEqualTo(4);
  }
}
