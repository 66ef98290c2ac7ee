package io.tiktoktoe.risk;

import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.risk.Concentration.Share;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Resampling;
import io.tiktoktoe.stats.Resampling.Blocks;
import io.tiktoktoe.stats.Resampling.Jackknife;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Herfindahl-Hirschman index without the upward bias of a finite sample.
 *
 * <p>Platforms and streams: delete-one jackknife over weeks (Quenouille 1956), or over days when
 * there are less than four weeks; days of a week hang together, weeks hardly. Fans: what varies by
 * chance makes shares look more concentrated than they are: H = (h - v) / (1 - v), with v the sum
 * of the variances of what each fan paid, by the square of what all paid. Who pays the same in each
 * third of the period varies by nothing. The interval takes sales as they come (Poisson). Only
 * positive income counts: a source that costs money gives no share.
 */
final class ConcentrationIndex {

  private static final int LEAST_BLOCKS = 4;

  private ConcentrationIndex() {}

  /** Concentration over named sources; absent without positive income. */
  static Optional<Concentration> of(
      String dimension, List<String> names, long[][] amounts, int from, int to) {
    // Whole weeks up to the newest day; the days left over at the start go with the first.
    Blocks weeks = Resampling.weeks(from, to);
    double[][] sums =
        Arrays.stream(amounts).map(one -> weeks.sums(one, from)).toArray(double[][]::new);
    double[] totals = Arrays.stream(sums).mapToDouble(one -> Arrays.stream(one).sum()).toArray();
    double index = index(totals);
    if (Double.isNaN(index)) {
      return Optional.empty();
    }
    List<Share> shares = shares(names, amounts, from, to);
    if (weeks.count() < LEAST_BLOCKS) {
      return Optional.of(
          new Concentration(
              dimension, index, index, new Interval(0, 1, Interval.WIDE), 1 / index, shares));
    }
    return Optional.of(jackknife(dimension, index, totals, sums, shares));
  }

  private static Concentration jackknife(
      String dimension, double index, double[] totals, double[][] sums, List<Share> shares) {
    Jackknife jackknife =
        Resampling.jackknife(
            sums[0].length,
            index,
            left -> {
              double[] rest = totals.clone();
              for (int source = 0; source < rest.length; source++) {
                rest[source] -= sums[source][left];
              }
              double other = index(rest);
              return Double.isNaN(other) ? index : other;
            });
    double least = 1.0 / shares.size();
    double corrected = Math.clamp(jackknife.corrected(), least, 1);
    Interval interval =
        Interval.student(corrected, jackknife.error(), jackknife.freedom(), Interval.WIDE)
            .clamp(least, 1);
    return new Concentration(dimension, index, corrected, interval, 1 / index, shares);
  }

  /** Concentration over fans; absent when no known fan paid. */
  static Optional<Concentration> of(FanConcentration fans) {
    if (fans.gross() <= 0 || fans.fans() == 0) {
      return Optional.empty();
    }
    double gross = fans.gross();
    double index = Math.min(1, fans.sumOfSquaredFans() / gross / gross);
    double inverseSales = Math.min(1, fans.sumOfSquaredSales() / gross / gross);
    double chance = fans.sumOfVariances() / gross / gross;
    double corrected = chance < 1 ? Math.max(0, (index - chance) / (1 - chance)) : index;
    // One equal share per fan is the least there can be.
    corrected = Math.clamp(corrected, 1.0 / fans.fans(), 1);
    double error = Math.sqrt(2 * corrected * inverseSales + inverseSales * inverseSales);
    List<Share> shares = new ArrayList<>();
    for (int rank = 0; rank < fans.largest().size(); rank++) {
      long amount = fans.largest().get(rank);
      shares.add(new Share("fan " + (rank + 1), amount, amount / gross));
    }
    return Optional.of(
        new Concentration(
            "fan",
            index,
            corrected,
            Interval.normal(corrected, error, Interval.WIDE).clamp(0, 1),
            1 / index,
            shares));
  }

  private static List<Share> shares(List<String> names, long[][] amounts, int from, int to) {
    long[] totals = new long[amounts.length];
    double sum = 0;
    for (int source = 0; source < totals.length; source++) {
      for (int day = from; day < to; day++) {
        totals[source] = Math.addExact(totals[source], amounts[source][day]);
      }
      sum += Math.max(0, totals[source]);
    }
    List<Share> shares = new ArrayList<>();
    for (int source = 0; source < totals.length; source++) {
      if (totals[source] > 0) {
        shares.add(new Share(names.get(source), totals[source], totals[source] / sum));
      }
    }
    shares.sort(Comparator.comparingLong(Share::amount).reversed().thenComparing(Share::name));
    return shares;
  }

  /** The plain index of positive amounts; NaN when there are none. */
  static double index(double[] amounts) {
    double sum = positive(amounts);
    double index = 0;
    for (double amount : amounts) {
      double share = Math.max(0, amount) / sum;
      index += share * share;
    }
    return sum > 0 ? index : Double.NaN;
  }

  private static double positive(double[] amounts) {
    double sum = 0;
    for (double amount : amounts) {
      sum += Math.max(0, amount);
    }
    return sum;
  }
}
