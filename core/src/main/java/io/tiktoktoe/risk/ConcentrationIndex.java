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
 * third of the period varies by nothing. The interval is by the delta method from the same
 * variances, as wide as a bootstrap over each fan's sales would make it. Only positive income
 * counts: a source that costs money gives no share.
 */
final class ConcentrationIndex {

  private static final int LEAST_BLOCKS = 4;

  /**
   * Degrees of freedom of a variance from three parts of a period, times how much too large the
   * square of such a variance is on average.
   */
  private static final double FREEDOM = 4;

  private static final double LEAST_FREEDOM = 3;

  /** Of the squared variances: of the index, and of the estimate that is taken off. */
  private static final double SECOND_ORDER = 1.5;

  /** Variances from three parts are skewed: their middle lies below their mean. */
  private static final double FEW_PARTS = 1.5;

  /** Share of the error of chance sales that even regular payments have. */
  private static final double REGULAR = 0.02;

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
    // Chance makes shares look more concentrated, never less: the observed index is the most.
    double corrected = Math.min(index, Math.max(least, jackknife.corrected()));
    Interval interval =
        Interval.student(corrected, jackknife.error(), jackknife.freedom(), Interval.WIDE)
            .clamp(least, 1);
    return new Concentration(
        dimension,
        index,
        corrected,
        withUnseen(interval, index, sums[0].length),
        1 / index,
        shares);
  }

  /**
   * Room for a source that did not pay in so many weeks (rule of three): the index would be lower
   * by its share. Otherwise one source, or shares that never moved, would look certain.
   */
  private static Interval withUnseen(Interval interval, double index, int weeks) {
    double unseen = Math.min(0.5, 3.0 / weeks);
    double with = (1 - unseen) * (1 - unseen) * index + unseen * unseen;
    return interval.width() > 0
        ? interval
        : new Interval(Math.min(with, interval.lo()), interval.hi(), interval.confidence());
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
    double error = error(fans, index, corrected, inverseSales);
    double freedom = freedom(fans.moments());
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
            Interval.student(corrected, error, freedom, Interval.WIDE).clamp(0, 1),
            1 / index,
            shares));
  }

  /**
   * Standard error of the index by the delta method: of each fan's amount with its own variance, to
   * first order (which is all where fans differ) and to second (where they are alike), both of the
   * index and of what is taken off it. Never 0: what was regular so far may be less so, by a part
   * of what as many chance sales would vary.
   */
  private static double error(
      FanConcentration fans, double index, double corrected, double inverseSales) {
    double gross = fans.gross();
    FanConcentration.Moments moments = fans.moments();
    double first =
        moments.bySquare() / gross / gross
            - 2 * index * moments.byAmount() / gross
            + index * index * fans.sumOfVariances()
            // Shares differ by chance too; variances squared are twice too large on average.
            - moments.squared() / gross / gross / 2;
    double byChance = 2 * corrected * inverseSales + inverseSales * inverseSales;
    double square =
        4 * Math.max(0, first) / gross / gross
            + SECOND_ORDER * moments.squared() / gross / gross / gross / gross;
    return Math.sqrt(FEW_PARTS * square + REGULAR * REGULAR * byChance);
  }

  /** Satterthwaite's: of a sum of variances that are each known from three parts. */
  private static double freedom(FanConcentration.Moments moments) {
    double squares = moments.squaredBySquare();
    double sum = moments.bySquare();
    return squares > 0 ? Math.max(LEAST_FREEDOM, FREEDOM * sum * sum / squares) : LEAST_FREEDOM;
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
