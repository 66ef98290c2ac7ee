package io.tiktoktoe.benchmarks.privacy;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.privacy.AnalyticGaussian;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.ledger.StepCharge;
import io.tiktoktoe.privacy.ledger.StreamLedger;
import io.tiktoktoe.privacy.ledger.StreamStep;
import io.tiktoktoe.privacy.mechanism.SharedNoise;
import io.tiktoktoe.privacy.mechanism.SquareRootToeplitz;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import io.tiktoktoe.privacy.release.Contributions;
import io.tiktoktoe.privacy.release.StepOutcome;
import io.tiktoktoe.privacy.release.StreamReleases;
import io.tiktoktoe.privacy.release.WindowSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Error of one window of a stream of days in all of which a person may be, at epsilon 0.1 and delta
 * 1e-6 over any 30 days: measured on released windows, beside what other mechanisms would have.
 * Takes the number of streams.
 */
public final class StreamError {

  private static final int WINDOWS = 30;

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  private StreamError() {}

  /** A stream that is granted and remembers its last step alone. */
  private static final class LastStep implements StreamLedger {

    private Optional<byte[]> last = Optional.empty();
    private long number;

    @Override
    public StepCharge charge(BudgetAccount account, StreamStep step) {
      return number < Long.MAX_VALUE
          ? new StepCharge.Granted(number, last)
          : new StepCharge.Otherwise(new Charge.Untrusted("too many steps"));
    }

    @Override
    public List<byte[]> answers(BudgetAccount account, String stream) {
      return List.of();
    }

    @Override
    public Optional<byte[]> keep(BudgetAccount account, StreamStep step, long at, byte[] answer) {
      last = Optional.of(answer);
      number++;
      return last;
    }
  }

  /** Runs it. */
  public static void main(String[] arguments) {
    int streams = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    double windows = 0;
    double changes = 0;
    double stated = 0;
    for (int run = 0; run < streams; run++) {
      StreamReleases releases = StreamReleases.chargedTo(new LastStep());
      double before = 0;
      for (int day = 0; day < WINDOWS; day++) {
        StepOutcome outcome =
            releases.release(
                window(day),
                WINDOWS,
                released -> new WindowSource.Snapshot(0, statistic -> new Contributions()));
        if (!(outcome instanceof StepOutcome.Released(var step))) {
          throw new IllegalStateException(outcome.toString());
        }
        double value = step.numbers().getFirst().value();
        stated = step.numbers().getFirst().error().standardError();
        windows += value * value / streams / WINDOWS;
        changes += day > 0 ? (value - before) * (value - before) / streams / (WINDOWS - 1) : 0;
        before = value;
      }
    }
    double one = 1 / AnalyticGaussian.mu(0.1, 1e-6);
    line("one window by itself, Gaussian", one);
    line("basic composition, Laplace of a thirtieth of epsilon", Math.sqrt(2) * WINDOWS / 0.1);
    line("Gaussian noise by itself for each, together", one * Math.sqrt(WINDOWS));
    line("square root of Toeplitz, windows as differences of totals", one * toeplitz());
    line("shared noise, theory", one * SharedNoise.of(WINDOWS).deviation());
    line("shared noise, stated", stated);
    line("shared noise, measured", Math.sqrt(windows));
    line("changes from day to day, each by itself", one * Math.sqrt(2 * WINDOWS));
    line("changes from day to day, shared noise, measured", Math.sqrt(changes));
  }

  /** A person in all windows moves all weighted sums; a window is a row of the inverse root. */
  private static double toeplitz() {
    double row = 0;
    double weight = 1;
    for (int k = 0; k < WINDOWS; k++) {
      row += weight * weight;
      weight *= (k - 0.5) / (k + 1);
    }
    double moved = new SquareRootToeplitz(WINDOWS).sensitivity(WINDOWS);
    return moved / SquareRootToeplitz.UNIT * Math.sqrt(row);
  }

  private static ReleaseRequest window(int day) {
    LocalDate date = FIRST.plusDays(day);
    return new ReleaseRequest(
        new BudgetAccount("simulated", "benchmark"),
        "windows",
        DateRange.ofDays(date, date, ZoneOffset.UTC),
        PrivacyBudget.USUAL,
        List.of(
            Statistic.of(
                "people", new Measure.People(), Releasing.cells(1), ContributionBounds.people(1))));
  }

  private static void line(String what, double error) {
    System.out.printf(
        Locale.ROOT, "%-60s standard error %8.1f, 95%% ± %8.1f%n", what, error, 1.96 * error);
  }
}
