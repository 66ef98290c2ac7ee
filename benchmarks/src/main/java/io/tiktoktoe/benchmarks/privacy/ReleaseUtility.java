package io.tiktoktoe.benchmarks.privacy;

import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Statistic;
import io.tiktoktoe.privacy.release.Contributions;
import io.tiktoktoe.privacy.release.ProtectedNumber;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Utility at epsilon 0.1 and delta 1e-6 on simulated persons: 95% relative errors of one count and
 * of a hundred counts that everybody is in, and recall of the hundred largest of a thousand titles.
 */
public final class ReleaseUtility {

  private static final double EPSILON = 0.1;
  private static final double DELTA = 1e-6;
  private static final int TITLES = 1000;

  /** Of Laplace noise of scale 10, the least for one count, 95% lie within it: 10 log(20). */
  private static final double LAPLACE_95 = 10 * Math.log(20);

  /** Of the analytic Gaussian, the least known for 100 counts that one person moves all. */
  private static final double GAUSSIAN_95 = 1.959964 * 363.0469;

  private ReleaseUtility() {}

  /** Takes the number of releases to measure over, 200 by default. */
  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    for (int persons : new int[] {1000, 10_000, 100_000}) {
      // A quantile over 200 releases is itself off by 10%: small data are released more often.
      int more = Math.min(25, 100_000 / persons);
      double one = counts(persons, 1, rounds * more);
      double hundred = counts(persons, 100, Math.max(1, rounds * more / 50));
      System.out.printf(
          Locale.ROOT,
          "%,7d persons: one count within %.2f%% (%.2f of the best in theory), each of 100 counts"
              + " within %.2f%% (%.2f), top 100 recall %.0f%%%n",
          persons,
          100 * one,
          one * persons / LAPLACE_95,
          100 * hundred,
          hundred * persons / GAUSSIAN_95,
          100 * recall(persons, Math.max(1, rounds / 20)));
    }
  }

  /** The 95% quantile of relative errors. */
  private static double counts(int persons, int cells, int rounds) {
    Statistic statistic =
        Statistic.of(
            "counts",
            new Measure.People(),
            Releasing.cells(cells),
            ContributionBounds.people(cells));
    Contributions raw = new Contributions();
    for (int cell = 0; cell < cells; cell++) {
      int partition = raw.partition("c" + cell);
      for (int person = 0; person < persons; person++) {
        raw.add(person, partition, 1, 0);
      }
    }
    double[] errors =
        IntStream.range(0, rounds)
            .boxed()
            .flatMap(
                round ->
                    Releasing.release(Releasing.request(EPSILON, DELTA, statistic), raw)
                        .statistics()
                        .getFirst()
                        .numbers()
                        .stream())
            .mapToDouble(number -> Math.abs(number.value() - persons) / persons)
            .sorted()
            .toArray();
    return errors[(int) (0.95 * errors.length)];
  }

  /** Titles of falling popularity, one title a person; how many of the true hundred are found. */
  private static double recall(int persons, int rounds) {
    SplittableRandom random = new SplittableRandom(3);
    long[] counts = new long[TITLES];
    Contributions raw = new Contributions();
    for (int title = 0; title < TITLES; title++) {
      raw.partition("c" + title);
    }
    for (int person = 0; person < persons; person++) {
      int title = (int) Math.min(TITLES - 1, TITLES * Math.pow(random.nextDouble(), 2));
      counts[title]++;
      raw.add(person, title, 1, 0);
    }
    Set<String> truth = new HashSet<>();
    IntStream.range(0, TITLES)
        .boxed()
        .sorted((a, b) -> Long.compare(counts[b], counts[a]))
        .limit(100)
        .forEach(title -> truth.add("c" + title));
    Statistic top =
        Statistic.of(
            "top", new Measure.Top(100), Releasing.cells(TITLES), ContributionBounds.people(1));
    double[] found = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      List<ProtectedNumber> numbers =
          Releasing.release(Releasing.request(EPSILON, DELTA, top), raw)
              .statistics()
              .getFirst()
              .numbers();
      found[round] = numbers.stream().filter(one -> truth.contains(one.label())).count() / 100.0;
    }
    return Arrays.stream(found).average().orElseThrow();
  }
}
