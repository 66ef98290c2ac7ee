package io.tiktoktoe.benchmarks.privacy;

import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Statistic;
import io.tiktoktoe.privacy.release.Contributions;
import io.tiktoktoe.privacy.release.ProtectedNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Audit by sampling: cells with no person and cells with one are released through the front door,
 * and the share of each side above a threshold tells a lower bound of the true epsilon. With 10^7
 * samples a side a true epsilon of 0.103 is flagged that says 0.1; the product's 0.1 is not.
 */
public final class Audit {

  private static final int CELLS = 100_000;

  /** Standard errors of a bound: falsely above once in 30,000. */
  private static final double SURE = 4;

  private Audit() {}

  /** Takes the number of samples a side, 10^7 by default. */
  public static void main(String[] arguments) {
    int samples = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
    audit("the product at epsilon 0.1", 0.1, samples);
    audit("planted: true epsilon 0.103", 0.103, samples);
    audit("planted: true epsilon 0.2", 0.2, samples);
  }

  private static void audit(String name, double trueEpsilon, int samples) {
    Statistic statistic =
        Statistic.of(
            "persons", new Measure.People(), Releasing.cells(CELLS), ContributionBounds.people(1));
    Contributions raw = new Contributions();
    for (int cell = 0; cell < CELLS; cell += 2) {
      raw.add(cell, raw.partition("c" + cell), 1, 0);
    }
    double[] with = new double[samples];
    double[] without = new double[samples];
    for (int done = 0; done < samples; ) {
      List<ProtectedNumber> numbers =
          Releasing.release(Releasing.request(trueEpsilon, 0, statistic), raw)
              .statistics()
              .getFirst()
              .numbers();
      for (int cell = 0; cell + 1 < CELLS && done < samples; cell += 2) {
        with[done] = numbers.get(cell).value();
        without[done] = numbers.get(cell + 1).value();
        done++;
      }
    }
    double bound = lowerBound(with, without);
    System.out.printf(
        Locale.ROOT,
        "%-30s %,d samples a side: epsilon is at least %.5f%s%n",
        name,
        samples,
        bound,
        bound > 0.1 ? ": FLAGGED" : "");
  }

  /**
   * Above 1 Laplace noise around 1 is likelier than noise around 0 by the whole of exp(epsilon).
   * One threshold, fixed beforehand: one test, one bound.
   */
  private static double lowerBound(double[] with, double[] without) {
    double above = Arrays.stream(with).filter(one -> one > 1).count() / (double) with.length;
    double falsely =
        Arrays.stream(without).filter(one -> one > 1).count() / (double) without.length;
    double error =
        Math.sqrt((1 - above) / above / with.length + (1 - falsely) / falsely / without.length);
    return Math.log(above / falsely) - SURE * error;
  }
}
