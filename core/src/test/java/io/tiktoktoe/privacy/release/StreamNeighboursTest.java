package io.tiktoktoe.privacy.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.privacy.ledger.MemoryStreamLedger;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.ledger.StreamRecord;
import io.tiktoktoe.privacy.noise.SeededBits;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Windows of a stream with and without one person, whose events are far ahead, far behind and in
 * commits of their own, drawn with the same randomness: no window moves by more than its noise is
 * for, and no event counts twice. {@code -Dpairs=10000} for the long run.
 */
class StreamNeighboursTest {

  private static final int PAIRS = Integer.getInteger("pairs", 150);

  private static final int WINDOWS = 6;

  private static final long WIDTH = 100;

  private static final long HOSTILE = 99;

  private static final long MOST = 240;

  private static final List<Statistic> STATISTICS =
      List.of(
          Statistic.of(
              "people", new Measure.People(), Asked.labels(1), ContributionBounds.people(1)),
          Statistic.of(
                  "minutes",
                  new Measure.Total(),
                  Asked.labels(1),
                  ContributionBounds.amounts(1, 0, MOST))
              .withExpected(1_000 * MOST));

  private record Act(long person, long second) {}

  /** Something that happens at a time of the clock: a commit of acts, or a release of a window. */
  private record Step(long clock, List<Act> acts, int window) {

    boolean isRelease() {
      return window >= 0;
    }
  }

  /** What is in the store at a release: acts with their commits, and how each commit advanced. */
  private record Stored(List<List<Act>> commits, List<Long> clocks) {

    /** The first commit with which acts had come up to a moment, as far as the clock allows. */
    long reaching(long moment) {
      long newest = Long.MIN_VALUE;
      for (int at = 0; at < commits.size(); at++) {
        long brought = commits.get(at).stream().mapToLong(Act::second).max().orElse(Long.MIN_VALUE);
        newest = Math.max(newest, Math.min(brought, clocks.get(at)));
        if (newest >= moment) {
          return at + 1L;
        }
      }
      return Long.MAX_VALUE;
    }
  }

  /** In which window an act counts. */
  @FunctionalInterface
  private interface Dealing {

    boolean counts(StreamRecord released, DateRange window, Act act, long commit, Stored stored);
  }

  private static final Dealing PRODUCT =
      (released, window, act, commit, stored) -> released.counts(window, act.second(), commit);

  /** The rule of older programs: a window closes with the commit whose newest act is after it. */
  private static final Dealing CLOSED_BY_ACTS =
      (released, window, act, commit, stored) ->
          act.second() < window.to().getEpochSecond()
              && commit <= stored.reaching(window.to().getEpochSecond())
              && (act.second() >= window.from().getEpochSecond()
                  || commit > stored.reaching(window.from().getEpochSecond()));

  private static final Dealing LATE_WITHOUT_RELEASE =
      (released, window, act, commit, stored) ->
          released.counts(window, act.second(), commit)
              || act.second() < window.from().getEpochSecond() && commit > released.through();

  private static final Dealing LATE_EVERY_TIME =
      (released, window, act, commit, stored) ->
          released.counts(window, act.second(), commit)
              || released.windows().stream()
                  .anyMatch(
                      one ->
                          act.second() >= one.from().getEpochSecond()
                              && act.second() < one.to().getEpochSecond()
                              && commit > one.through());

  private static final Dealing NEVER_LATE =
      (released, window, act, commit, stored) ->
          StreamRecord.EMPTY.counts(window, act.second(), commit);

  private static DateRange window(int number) {
    return new DateRange(
        Instant.ofEpochSecond(number * WIDTH),
        Instant.ofEpochSecond((number + 1) * WIDTH),
        ZoneOffset.UTC);
  }

  /** Commits and releases as a clock strikes: windows late, left out, and made up for. */
  private static List<Step> steps(SplittableRandom random) {
    List<Step> steps = new ArrayList<>();
    long end = WINDOWS * WIDTH;
    for (int commit = 0; commit < 12; commit++) {
      long clock = random.nextLong(end + 100);
      List<Act> acts = new ArrayList<>();
      for (int at = random.nextInt(6); at >= 0; at--) {
        acts.add(new Act(random.nextInt(8), clock - random.nextLong(2 * WIDTH)));
      }
      steps.add(new Step(clock, acts, -1));
    }
    for (int number = 0; number < WINDOWS; number++) {
      long due = (number + 1) * WIDTH + random.nextLong(50);
      steps.add(new Step(random.nextInt(4) == 0 ? end + 150 + due : due, List.of(), number));
    }
    steps.sort(Comparator.comparingLong(Step::clock));
    return steps;
  }

  /** The same, and one person in whatever commits and at whatever times. */
  private static List<Step> with(List<Step> steps, SplittableRandom random) {
    List<Step> hostile = new ArrayList<>();
    for (Step step : steps) {
      List<Act> acts = new ArrayList<>(step.acts());
      if (!step.isRelease() && random.nextBoolean()) {
        acts.add(random.nextInt(acts.size() + 1), act(random));
      }
      hostile.add(new Step(step.clock(), acts, step.window()));
    }
    for (int own = random.nextInt(4); own > 0; own--) {
      int place = random.nextInt(hostile.size() + 1);
      long clock = place < hostile.size() ? hostile.get(place).clock() : 2 * WINDOWS * WIDTH;
      hostile.add(place, new Step(clock, List.of(act(random), act(random)), -1));
    }
    return hostile;
  }

  private static Act act(SplittableRandom random) {
    return new Act(HOSTILE, random.nextLong(-1_000, 2_000));
  }

  /** Values by window and statistic, and how often each act of each commit counted. */
  private record Told(Map<Integer, List<Double>> values, Map<List<Long>, Integer> counted) {}

  private static Told release(List<Step> steps, Dealing dealing, long seed) {
    AtomicLong draws = new AtomicLong(seed);
    StreamReleases releases =
        StreamReleases.seededForTests(
            new MemoryStreamLedger(), () -> new SeededBits(draws.getAndIncrement()));
    Stored stored = new Stored(new ArrayList<>(), new ArrayList<>());
    Told told = new Told(new HashMap<>(), new HashMap<>());
    for (Step step : steps) {
      if (step.isRelease()) {
        told.values().put(step.window(), values(releases, step, dealing, stored, told));
      } else {
        stored.commits().add(step.acts());
        stored.clocks().add(step.clock());
      }
    }
    return told;
  }

  private static List<Double> values(
      StreamReleases releases, Step step, Dealing dealing, Stored stored, Told told) {
    ReleaseRequest request =
        new ReleaseRequest(
            Asked.ACCOUNT, "windows", window(step.window()), PrivacyBudget.USUAL, STATISTICS);
    WindowSource source =
        released -> {
          Contributions raw = new Contributions();
          for (int at = 0; at < stored.commits().size(); at++) {
            List<Act> acts = stored.commits().get(at);
            for (int place = 0; place < acts.size(); place++) {
              Act act = acts.get(place);
              if (dealing.counts(released, request.period(), act, at + 1L, stored)) {
                raw.add(act.person(), raw.partition("l0"), 1, act.person() * 50);
                told.counted().merge(List.of((long) at, (long) place), 1, Integer::sum);
              }
            }
          }
          return new WindowSource.Snapshot(stored.commits().size(), statistic -> raw);
        };
    StepOutcome.Released outcome =
        (StepOutcome.Released) releases.release(request, WINDOWS, source);
    return outcome.step().numbers().stream().map(ProtectedNumber::value).toList();
  }

  /** How many pairs move by more than declared, in windows of any kind. */
  private static int offences(Dealing dealing) {
    int offences = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      SplittableRandom random = new SplittableRandom(pair);
      List<Step> without = steps(random);
      Told one = release(without, dealing, 7 * pair);
      Told other = release(with(without, random), dealing, 7 * pair);
      boolean moved = false;
      for (int number = 0; number < WINDOWS; number++) {
        List<Double> a = one.values().get(number);
        List<Double> b = other.values().get(number);
        moved |= Math.abs(a.get(0) - b.get(0)) > 1 + 1e-9;
        moved |= Math.abs(a.get(1) - b.get(1)) > MOST + 1e-6;
      }
      offences += moved ? 1 : 0;
    }
    return offences;
  }

  /** How many acts of windows that were released count otherwise than once. */
  private static int miscounts(Dealing dealing) {
    int wrong = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      List<Step> steps = new ArrayList<>(steps(new SplittableRandom(pair)));
      // Another window after the last commit takes in what was late until then.
      steps.add(new Step(4 * WINDOWS * WIDTH, List.of(), WINDOWS));
      Told told = release(steps, dealing, 7 * pair);
      List<Step> commits = steps.stream().filter(step -> !step.isRelease()).toList();
      for (int at = 0; at < commits.size(); at++) {
        for (int place = 0; place < commits.get(at).acts().size(); place++) {
          long second = commits.get(at).acts().get(place).second();
          int expected = second >= 0 && second < (WINDOWS + 1) * WIDTH ? 1 : 0;
          int counted = told.counted().getOrDefault(List.of((long) at, (long) place), 0);
          wrong += counted == expected ? 0 : 1;
        }
      }
    }
    return wrong;
  }

  @Test
  void onePersonMovesEachWindowByNoMoreThanDeclared() {
    assertThat(offences(PRODUCT)).isZero();
    assertThat(offences(CLOSED_BY_ACTS)).isPositive();
  }

  @Test
  void everyActOfAReleasedWindowCountsOnceHoweverLate() {
    assertThat(miscounts(PRODUCT)).isZero();
    assertThat(miscounts(NEVER_LATE)).isPositive();
    assertThat(miscounts(LATE_EVERY_TIME)).isPositive();
    assertThat(miscounts(LATE_WITHOUT_RELEASE)).isPositive();
  }
}
