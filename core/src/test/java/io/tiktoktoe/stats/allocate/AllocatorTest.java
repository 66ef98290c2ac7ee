package io.tiktoktoe.stats.allocate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocatorTest {

  private static final AllocationOptions DEFAULTS = AllocationOptions.defaults();

  /** Segments of three options each, small enough to try every choice. */
  private static AllocationProblem small(long seed, boolean whole) {
    SplittableRandom random = new SplittableRandom(seed);
    int segments = 6;
    int[] first = new int[segments + 1];
    int[] marks = new int[3 * segments];
    double[] cost = new double[marks.length];
    double[] hours = new double[marks.length];
    List<double[]> goals = new ArrayList<>();
    for (int goal = 0; goal < 3; goal++) {
      goals.add(new double[marks.length]);
    }
    for (int option = 0; option < marks.length; option++) {
      first[option / 3 + 1] = option + 1;
      marks[option] = option % 3;
      cost[option] = drawn(random, whole, 1, 10);
      hours[option] = drawn(random, whole, 0, 4);
      for (double[] values : goals) {
        values[option] = drawn(random, whole, -2, 9);
      }
    }
    return AllocationProblem.of(first, goals)
        .with(Limit.atMost("budget", cost, 18))
        .with(Limit.atMost("hours", hours, 9))
        .with(Limit.atMostMarked("cap", marks, 1, 2));
  }

  private static double drawn(SplittableRandom random, boolean whole, int from, int to) {
    return whole ? random.nextInt(from, to) : random.nextDouble(from, to);
  }

  /** Every allowed choice. */
  private static List<Choice> all(AllocationProblem problem) {
    List<Choice> all = new ArrayList<>();
    int[] taken = new int[problem.segments()];
    for (int code = 0; code < 1 << 2 * taken.length; code++) {
      for (int segment = 0; segment < taken.length; segment++) {
        int digit = code >> 2 * segment & 3;
        taken[segment] = digit == 3 ? Allocation.NOTHING : problem.first(segment) + digit;
      }
      Choice choice = new Choice(problem, taken.clone());
      if (choice.allowed()) {
        all.add(choice);
      }
    }
    return all;
  }

  private static double[] totals(AllocationProblem problem, Choice choice) {
    double[] totals = new double[problem.objectives()];
    for (int goal = 0; goal < totals.length; goal++) {
      totals[goal] = choice.total(problem.values(goal));
    }
    return totals;
  }

  private static Allocation best(AllocationProblem problem, AllocationOptions options) {
    return (Allocation) Allocator.lexicographic(problem, options, Progress.SILENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void findsWhatTryingEverythingFinds(int seed) {
    AllocationProblem problem = small(seed, seed % 2 == 0);
    Allocation found = best(problem, DEFAULTS);
    double most =
        all(problem).stream().mapToDouble(one -> totals(problem, one)[0]).max().orElseThrow();
    assertThat(found.total(0)).isCloseTo(most, within(1e-6 * most));
    assertThat(found.exact()).isTrue();
    assertThat(found.bound(0)).isGreaterThanOrEqualTo(most * (1 - 1e-9));
    assertThat(found.gap(0)).isLessThanOrEqualTo(1e-6);
    double second =
        all(problem).stream()
            .map(one -> totals(problem, one))
            .filter(one -> one[0] >= most * (1 - 1e-9))
            .mapToDouble(one -> one[1])
            .max()
            .orElseThrow();
    assertThat(found.total(1)).isGreaterThanOrEqualTo(second - 1e-3 * Math.abs(second));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void toleranceLetsTheSecondGain(int seed) {
    AllocationProblem problem = small(seed, seed % 2 == 0);
    Allocation found = best(problem, DEFAULTS.withTolerances(List.of(0.1, 0.1)));
    List<double[]> all = all(problem).stream().map(one -> totals(problem, one)).toList();
    double first = all.stream().mapToDouble(one -> one[0]).max().orElseThrow();
    double second =
        all.stream()
            .filter(one -> one[0] >= 0.9 * first - 1e-9)
            .mapToDouble(one -> one[1])
            .max()
            .orElseThrow();
    assertThat(found.total(0)).isGreaterThanOrEqualTo(0.9 * first - 1e-6);
    assertThat(found.total(1)).isGreaterThanOrEqualTo(second - 0.1 * Math.abs(second) - 1e-6);
    assertThat(found.bound(1)).isCloseTo(second, within(1e-6 * Math.max(1, Math.abs(second))));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void noPointOfTheFrontCanBeBettered(int seed) {
    AllocationProblem problem = small(seed, seed % 2 == 0);
    ParetoFront front = Allocator.front(problem, DEFAULTS, Progress.SILENT);
    assertThat(front.certified()).isTrue();
    assertThat(front.points()).hasSizeGreaterThan(2);
    List<double[]> all = all(problem).stream().map(one -> totals(problem, one)).toList();
    for (Allocation point : front.points()) {
      assertThat(all)
          .noneMatch(
              one ->
                  one[0] >= point.total(0)
                      && one[1] >= point.total(1)
                      && one[2] >= point.total(2)
                      && one[0] + one[1] + one[2]
                          > point.total(0) + point.total(1) + point.total(2) + 1e-6);
    }
  }

  @Test
  void saysWhichLimitToRelaxByHowMuch() {
    for (int seed = 1; seed <= 4; seed++) {
      AllocationProblem problem = small(seed, seed % 2 == 0);
      AllocationProblem impossible = problem.with(atLeast(problem, 200));
      AllocationOutcome.Infeasible none =
          (AllocationOutcome.Infeasible)
              Allocator.lexicographic(impossible, DEFAULTS, Progress.SILENT);
      double most =
          all(problem).stream().mapToDouble(one -> totals(problem, one)[1]).max().orElseThrow();
      AllocationOutcome.Relaxation floor = none.alone().getLast();
      assertThat(floor.limit()).isEqualTo("floor");
      assertThat(floor.needed()).as("the least that must give way").isCloseTo(most, within(1e-6));
      Allocation possible = best(problem.with(atLeast(problem, floor.needed())), DEFAULTS);
      assertThat(possible.total(1)).isCloseTo(most, within(1e-6));
    }
  }

  private static Limit atLeast(AllocationProblem problem, double least) {
    return Limit.atLeast("floor", problem.values(1), least);
  }

  @Test
  void theSameOnAnyNumberOfThreads() {
    AllocationProblem problem = LargeProblem.planted(3_000, 10, 20, 5);
    Allocation one = best(problem, DEFAULTS.withThreads(1));
    Allocation three = best(problem, DEFAULTS.withThreads(3));
    assertThat(three.choice()).isEqualTo(one.choice());
    assertThat(three.bound(0)).isEqualTo(one.bound(0));
  }

  @Test
  void aLargeProblemIsCloseToItsBoundAndBreaksNothing() {
    AllocationProblem problem = LargeProblem.planted(20_000, 10, 20, 1);
    Allocation found = best(problem, DEFAULTS);
    assertThat(found.exact()).isFalse();
    assertThat(found.gap(0)).isLessThan(1e-3);
    for (int k = 0; k < problem.limits().size(); k++) {
      assertThat(found.use(k)).isLessThanOrEqualTo(problem.limits().get(k).bound() * (1 + 1e-12));
    }
  }

  @Test
  void priceIsWhatOneMoreUnitBrings() {
    int[] first = {0, 1, 2, 3};
    double[] value = {6, 4, 2};
    double[] cost = {2, 2, 2};
    AllocationProblem problem = AllocationProblem.of(first, List.of(value));
    assertThat(best(problem.with(Limit.atMost("budget", cost, 2)), DEFAULTS).price(0))
        .isCloseTo(2, within(1e-6));
    assertThat(best(problem.with(Limit.atMost("budget", cost, 0)), DEFAULTS).price(0))
        .isCloseTo(3, within(1e-6));
    assertThat(best(problem.with(Limit.atMost("budget", cost, 100)), DEFAULTS).price(0)).isZero();
  }

  @Test
  void doingNothingIsPossible() {
    AllocationProblem harmful =
        AllocationProblem.of(new int[] {0, 2}, List.of(new double[] {-1, -2}))
            .with(Limit.atMost("budget", new double[] {0, 0}, 0));
    Allocation found = best(harmful, DEFAULTS);
    assertThat(found.chosen(0)).isEqualTo(Allocation.NOTHING);
    assertThat(found.total(0)).isZero();
    assertThat(found.exact()).isTrue();
  }

  @Test
  void allAlikeIsSolvedAtOnce() {
    int segments = 500;
    int[] first = new int[segments + 1];
    double[] ones = new double[segments];
    for (int at = 0; at < segments; at++) {
      first[at + 1] = at + 1;
      ones[at] = 1;
    }
    Allocation found =
        best(
            AllocationProblem.of(first, List.of(ones, ones, ones))
                .with(Limit.atMost("budget", ones, 123.5)),
            DEFAULTS);
    assertThat(found.acting()).isEqualTo(123);
    assertThat(found.exact()).isTrue();
  }

  @Test
  void hugeAndTinyValuesAreNoTrouble() {
    int[] first = {0, 2, 4};
    double[] value = {1e60, 3e60, 2e60, 1e59};
    double[] cost = {1e-9, 4e-9, 2e-9, 1e-9};
    Allocation found =
        best(
            AllocationProblem.of(first, List.of(value)).with(Limit.atMost("budget", cost, 5e-9)),
            DEFAULTS);
    assertThat(found.chosen(0)).isEqualTo(1);
    assertThat(found.chosen(1)).isEqualTo(3);
  }

  @Test
  void emptyProblems() {
    AllocationProblem nobody = AllocationProblem.of(new int[] {0}, List.of(new double[0]));
    assertThat(best(nobody, DEFAULTS).exact()).isTrue();
    AllocationProblem idle = AllocationProblem.of(new int[] {0, 0, 0}, List.of(new double[0]));
    assertThat(best(idle, DEFAULTS).acting()).isZero();
    AllocationProblem free = AllocationProblem.of(new int[] {0, 1}, List.of(new double[] {5}));
    assertThat(best(free, DEFAULTS).total(0)).isEqualTo(5);
  }

  @Test
  void canBeStopped() {
    AllocationProblem problem = LargeProblem.planted(2_000, 5, 3, 1);
    assertThatThrownBy(
            () ->
                Allocator.lexicographic(
                    problem,
                    DEFAULTS,
                    (step, done, total) -> {
                      throw new CancellationException("stop");
                    }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(
            () -> AllocationProblem.of(new int[] {0, 1}, List.of(new double[] {Double.NaN})))
        .hasMessageContaining("value (NaN) of option 0");
    AllocationProblem one = AllocationProblem.of(new int[] {0, 1}, List.of(new double[] {1}));
    assertThatThrownBy(() -> one.with(Limit.atMost("budget", new double[2], 1)))
        .hasMessageContaining("use of budget is given for 2 options, of which there are 1");
    assertThatThrownBy(() -> Limit.atMost("budget", new double[1], Double.NaN))
        .hasMessageContaining("bound (NaN) of budget");
    assertThatThrownBy(() -> DEFAULTS.withTolerances(List.of(1.5)))
        .hasMessageContaining("tolerance (1.5)");
  }
}
