package io.tiktoktoe.privacy.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.privacy.AnalyticGaussian;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.MemoryStreamLedger;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.ledger.StepCharge;
import io.tiktoktoe.privacy.ledger.StreamLedger;
import io.tiktoktoe.privacy.ledger.StreamStep;
import io.tiktoktoe.privacy.mechanism.SharedNoise;
import io.tiktoktoe.privacy.noise.IntegerNoise;
import io.tiktoktoe.privacy.noise.SeededBits;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Planted faults of a stream's noise, each found by a check that the product passes: two blocks are
 * drawn many times, and what their noise has in common, measured, must keep the promise for
 * whatever a person may do in any so many windows.
 */
class StreamMutantsTest {

  private static final int WINDOWS = 6;

  /** Own variances are measured to 2%, shared ones to 9%. */
  private static final int STREAMS = 500;

  private static final Statistic PEOPLE =
      Statistic.of("people", new Measure.People(), Asked.labels(1), ContributionBounds.people(1));

  private static final StreamSpending SPENDING = StreamSpending.of(window(0), WINDOWS);

  private static ReleaseRequest window(int day) {
    LocalDate date = LocalDate.of(2026, 3, 1).plusDays(day);
    return new ReleaseRequest(
        Asked.ACCOUNT,
        "windows",
        DateRange.ofDays(date, date, ZoneOffset.UTC),
        PrivacyBudget.USUAL,
        List.of(PEOPLE));
  }

  /**
   * What the windows of two blocks have in common, without data.
   *
   * @param own variance of what each has by itself
   * @param shared covariance within a block
   * @param across covariance between blocks
   */
  private record Seen(double own, double shared, double across) {

    static Seen of(LongFunction<double[]> stream) {
      double square = 0;
      double within = 0;
      double across = 0;
      for (long seed = 0; seed < STREAMS; seed++) {
        double[] noise = stream.apply(seed);
        double[] sums = new double[2];
        double squares = 0;
        for (int at = 0; at < noise.length; at++) {
          sums[at / WINDOWS] += noise[at];
          squares += noise[at] * noise[at];
        }
        double pairs = sums[0] * sums[0] + sums[1] * sums[1] - squares;
        square += squares / (2 * WINDOWS) / STREAMS;
        within += pairs / (2 * WINDOWS * (WINDOWS - 1)) / STREAMS;
        across += sums[0] * sums[1] / (WINDOWS * WINDOWS) / STREAMS;
      }
      return new Seen(square - within, within, across);
    }

    /** Largest squared loss over that of the budget, by the closed form that is tried elsewhere. */
    double loss() {
      double mu = AnalyticGaussian.mu(0.1, 1e-6);
      double ratio = Math.max(0, shared / own);
      return SharedNoise.with(WINDOWS, ratio).worst() / own / (mu * mu);
    }
  }

  /** The noise is as private as the budget says, no larger, and begins anew with each block. */
  private static boolean keepsItsPromise(LongFunction<double[]> stream) {
    Seen seen = Seen.of(stream);
    double variance = seen.own() + seen.shared();
    return seen.loss() > 0.85 && seen.loss() < 1.15 && Math.abs(seen.across()) < 0.1 * variance;
  }

  /** The product, with a ledger that may tell another number of windows before. */
  private static LongFunction<double[]> product(LongUnaryOperator told, boolean sameBits) {
    return seed -> {
      SeededBits bits = new SeededBits(seed);
      StreamReleases releases =
          StreamReleases.seededForTests(
              new Misled(new MemoryStreamLedger(), told),
              () -> sameBits ? new SeededBits(seed) : bits);
      double[] values = new double[2 * WINDOWS];
      for (int day = 0; day < values.length; day++) {
        StepOutcome outcome =
            releases.release(window(day), WINDOWS, Asked.window(new Contributions()));
        values[day] = ((StepOutcome.Released) outcome).step().numbers().getFirst().value();
      }
      return values;
    };
  }

  /** A ledger that tells another number. */
  private record Misled(MemoryStreamLedger ledger, LongUnaryOperator told) implements StreamLedger {

    @Override
    public StepCharge charge(BudgetAccount account, StreamStep step) {
      return ledger.charge(account, step) instanceof StepCharge.Granted(long number, var before)
          ? new StepCharge.Granted(told.applyAsLong(number), before)
          : ledger.charge(account, step);
    }

    @Override
    public List<byte[]> answers(BudgetAccount account, String stream) {
      return ledger.answers(account, stream);
    }

    @Override
    public Optional<byte[]> keep(
        BudgetAccount account, StreamStep step, long number, byte[] answer) {
      return ledger.charge(account, step) instanceof StepCharge.Granted(long real, var before)
          ? ledger.keep(account, step, real, answer)
          : Optional.empty();
    }
  }

  /** Draws as the product does, with deviations of these parts of the right ones. */
  private static LongFunction<double[]> drawn(double own, double shared) {
    StreamSpending.Scales scales = SPENDING.scales().getFirst();
    long ownScale = Math.round(own * scales.own().scale());
    long sharedScale = Math.round(shared * scales.shared());
    return seed -> {
      IntegerNoise noise = new IntegerNoise(new SeededBits(seed));
      double[] values = new double[2 * WINDOWS];
      long common = 0;
      for (int day = 0; day < values.length; day++) {
        common = day % WINDOWS == 0 && sharedScale > 0 ? noise.gaussian(sharedScale) : common;
        long alone = ownScale > 0 ? noise.gaussian(ownScale) : 0;
        values[day] = (double) (alone + common) / scales.own().fraction();
      }
      return values;
    };
  }

  /** Scale of noise for one block alone, over that for any so many windows. */
  private static double withoutBorder() {
    double ratio = SPENDING.noise().ratio();
    double block = 0;
    for (int in = 0; in <= WINDOWS; in++) {
      block = Math.max(block, in - ratio / (1 + ratio * WINDOWS) * in * in);
    }
    return Math.sqrt(block / SPENDING.noise().worst());
  }

  record Mutant(String name, LongFunction<double[]> stream) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Mutant> mutants() {
    double border = withoutBorder();
    return Stream.of(
        new Mutant("what a block shares is drawn anew", product(number -> 0, false)),
        new Mutant("a block never ends", product(number -> Math.min(1, number), false)),
        new Mutant("every window is drawn with the same seed", product(number -> number, true)),
        new Mutant("a window's own noise is left out", drawn(0, 1)),
        new Mutant("what a block shares is left out", drawn(1, 0)),
        new Mutant("half the scale", drawn(0.5, 0.5)),
        new Mutant("half the scale of a window's own noise", drawn(0.5, 1)),
        new Mutant("the border of blocks costs nothing", drawn(border, border)),
        new Mutant("scales are kept for variances", drawn(1, SPENDING.noise().ratio())),
        new Mutant("twice the noise that is needed", drawn(2, 2)));
  }

  @Test
  void theProductAndTheSameNoiseDrawnOtherwiseKeepThePromise() {
    assertThat(keepsItsPromise(product(number -> number, false))).isTrue();
    assertThat(keepsItsPromise(drawn(1, 1))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void faultsOfTheNoiseAreFound(Mutant mutant) {
    assertThat(keepsItsPromise(mutant.stream())).as(mutant.name()).isFalse();
  }
}
