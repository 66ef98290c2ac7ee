package io.tiktoktoe.benchmarks.privacy;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.privacy.NoiseChoice;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.release.ContributionBounds;
import io.tiktoktoe.privacy.release.Contributions;
import io.tiktoktoe.privacy.release.Measure;
import io.tiktoktoe.privacy.release.Partitions;
import io.tiktoktoe.privacy.release.PrivateReleases;
import io.tiktoktoe.privacy.release.ProtectedNumber;
import io.tiktoktoe.privacy.release.ReleaseOutcome;
import io.tiktoktoe.privacy.release.ReleaseRequest;
import io.tiktoktoe.privacy.release.Statistic;
import io.tiktoktoe.stats.Quantiles;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is left of counts at epsilon .1 and delta 1e-6: 95% of relative errors of one count and of a
 * hundred counts that one person moves all, and how many of the hundred most watched of a thousand
 * titles are found (popularity of Zipf, three titles a person), beside METHODS' figures and the
 * best error that the best mechanism has in theory. Run: {@code ./benchmarks/run privacy.Utility}.
 */
public final class Utility {

  private static final int COUNTS = 100;

  private static final int TITLES = 1_000;

  private static final int EACH = 3;

  private static final int ONE_RUNS = 200;

  private static final int RUNS = 4;

  private Utility() {}

  /** Takes numbers of persons; 10^3, 10^4 and 10^5 without. */
  public static void main(String[] arguments) {
    int[] sizes =
        arguments.length == 0
            ? new int[] {1_000, 10_000, 100_000}
            : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    for (int persons : sizes) {
      one(persons);
      hundred(persons);
      top(persons);
    }
  }

  private static void one(int persons) {
    Statistic count = known("count", List.of("all"), 1);
    Contributions data = new Contributions();
    int cell = data.partition("all");
    for (int person = 0; person < persons; person++) {
      data.add(person, cell, 1, 1);
    }
    double[] errors =
        IntStream.range(0, ONE_RUNS)
            .mapToDouble(run -> Math.abs(release(count, data).getFirst().value() - persons))
            .toArray();
    // Of Laplace noise 95% lie within log(20) scales.
    double best = NoiseChoice.of(0.1, 1e-6, 1, 1).standardError() / Math.sqrt(2) * Math.log(20);
    print("one count", persons, Quantiles.of(errors, 0.95), best, 30);
  }

  private static void hundred(int persons) {
    List<String> labels = IntStream.range(0, COUNTS).mapToObj(at -> "cell" + at).toList();
    Statistic counts = known("counts", labels, COUNTS);
    Contributions data = new Contributions();
    int[] cells = labels.stream().mapToInt(data::partition).toArray();
    for (int person = 0; person < persons; person++) {
      for (int cell : cells) {
        data.add(person, cell, 1, 1);
      }
    }
    List<Double> errors = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      release(counts, data).forEach(one -> errors.add(Math.abs(one.value() - persons)));
    }
    double[] all = errors.stream().mapToDouble(Double::doubleValue).toArray();
    double best = 1.96 * NoiseChoice.of(0.1, 1e-6, 1, COUNTS).standardError();
    print("100 counts", persons, Quantiles.of(all, 0.95), best, 710);
  }

  private static void print(String what, int persons, double error, double best, double methods) {
    System.out.printf(
        Locale.ROOT,
        "%,9d persons  %-10s 95%% of errors within %.4g%%, METHODS %.4g%%; of the best in theory"
            + " %.2f times%n",
        persons,
        what,
        100 * error / persons,
        100 * methods / persons,
        error / best);
  }

  private static void top(int persons) {
    double[] cumulative = new double[TITLES];
    double sum = 0;
    for (int title = 0; title < TITLES; title++) {
      sum += 1.0 / (title + 1);
      cumulative[title] = sum;
    }
    List<String> labels = IntStream.range(0, TITLES).mapToObj(Integer::toString).toList();
    double found = 0;
    double perfect = 0;
    for (int run = 0; run < RUNS; run++) {
      SplittableRandom random = new SplittableRandom(run);
      Contributions data = new Contributions();
      int[] cells = labels.stream().mapToInt(data::partition).toArray();
      double[] truth = new double[TITLES];
      for (int person = 0; person < persons; person++) {
        Set<Integer> watched = watched(cumulative, random);
        for (int title : watched) {
          data.add(person, cells[title], 1, 1);
          truth[title]++;
        }
      }
      double[] noisy =
          release(known("titles", labels, EACH), data).stream()
              .mapToDouble(ProtectedNumber::value)
              .toArray();
      double sigma = NoiseChoice.of(0.1, 1e-6, 1, EACH).standardError();
      double[] ideal =
          Arrays.stream(truth).map(one -> one + sigma * random.nextGaussian()).toArray();
      found += overlap(truth, noisy) / RUNS;
      perfect += overlap(truth, ideal) / RUNS;
    }
    System.out.printf(
        Locale.ROOT,
        "%,9d persons  top 100    %.0f%% found; METHODS 47%% at 10^4, 95%% at 10^5; with the best"
            + " noise in theory %.0f%%%n",
        persons,
        100 * found,
        100 * perfect);
  }

  private static Set<Integer> watched(double[] cumulative, SplittableRandom random) {
    Set<Integer> watched = new TreeSet<>();
    while (watched.size() < EACH) {
      double at = random.nextDouble() * cumulative[TITLES - 1];
      int place = Arrays.binarySearch(cumulative, at);
      watched.add(Math.min(TITLES - 1, place < 0 ? -place - 1 : place));
    }
    return watched;
  }

  private static double overlap(double[] truth, double[] noisy) {
    Set<Integer> most = largest(truth);
    return largest(noisy).stream().filter(most::contains).count() / (double) COUNTS;
  }

  private static Set<Integer> largest(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(at -> -values[at]))
        .limit(COUNTS)
        .collect(Collectors.toSet());
  }

  private static Statistic known(String name, List<String> labels, int partitions) {
    return Statistic.of(
        name,
        new Measure.People(),
        new Partitions.Known(labels),
        ContributionBounds.people(partitions));
  }

  private static List<ProtectedNumber> release(Statistic statistic, Contributions data) {
    ReleaseRequest request =
        new ReleaseRequest(
            new BudgetAccount("benchmark", "utility"),
            "made",
            DateRange.ofDays(
                LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-30"), ZoneOffset.UTC),
            PrivacyBudget.USUAL,
            List.of(statistic));
    return switch (PrivateReleases.chargedTo(new PlainLedger()).release(request, one -> data)) {
      case ReleaseOutcome.Released released ->
          released.release().statistic(statistic.name()).numbers();
      case ReleaseOutcome.Refused refused -> throw new IllegalStateException(refused.toString());
      case ReleaseOutcome.Blocked blocked -> throw new IllegalStateException(blocked.reason());
    };
  }
}
