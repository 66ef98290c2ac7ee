package io.tiktoktoe.content.indirect;

import io.tiktoktoe.content.act.ContentCounts;
import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.ContentPayments.Kind;
import io.tiktoktoe.content.insight.IndirectValue;
import io.tiktoktoe.content.insight.IndirectValue.Estimate;
import io.tiktoktoe.stats.Interval;
import java.util.Arrays;

/** Estimates what contents bring beside attributed payments. */
public final class IndirectValues {

  private static final long WEEK = 604_800;
  private static final int MOST_WEEKS = 520;

  /** Fans that a content's own newcomers are shrunk to the mean of all by. */
  private static final double PRIOR_FANS = 10;

  private final ContentCounts counts;
  private final WeeklySlope brand;
  private final WeeklySlope authority;
  private final double[] paidByFirst;
  private final double meanPaid;
  private final double paidSpread;

  /** From one creator's history. */
  public IndirectValues(ContentHistory history, ContentCounts counts) {
    this.counts = counts;
    Weeks weeks = Weeks.of(history);
    this.brand = WeeklySlope.of(weeks.views, weeks.brand);
    int n = Math.max(0, weeks.views.length - 1);
    double[] views = Arrays.copyOf(weeks.views, n);
    double[] now = Arrays.copyOf(weeks.paid, n);
    double[] next = Arrays.copyOfRange(weeks.paid, weeks.paid.length - n, weeks.paid.length);
    this.authority =
        WeeklySlope.of(WeeklySlope.without(views, now), WeeklySlope.without(next, now));
    double[] paid = new double[history.fans()];
    ContentPayments payments = history.payments();
    for (int row = 0; row < payments.size(); row++) {
      if (payments.fan()[row] >= 0) {
        paid[payments.fan()[row]] += payments.net()[row];
      }
    }
    this.paidByFirst = new double[history.contents().size()];
    double sum = 0;
    double squares = 0;
    int seen = 0;
    for (int fan = 0; fan < paid.length; fan++) {
      int first = counts.firstContent()[fan];
      if (first >= 0) {
        paidByFirst[first] += paid[fan];
        sum += paid[fan];
        squares += paid[fan] * paid[fan];
        seen++;
      }
    }
    this.meanPaid = seen > 0 ? sum / seen : 0;
    // One more fan as far from the mean as nothing is: one alone does not tell how fans differ.
    double off = Math.max(0, squares - seen * meanPaid * meanPaid) + meanPaid * meanPaid;
    this.paidSpread = seen > 0 ? Math.sqrt(off / seen) : 0;
  }

  /** Sums by week. */
  private record Weeks(double[] views, double[] paid, double[] brand) {

    static Weeks of(ContentHistory history) {
      ContentActs acts = history.acts();
      ContentPayments payments = history.payments();
      long end = history.dataThrough().getEpochSecond();
      long first = end;
      first = acts.size() > 0 ? Math.min(first, acts.seconds()[0]) : first;
      first = payments.size() > 0 ? Math.min(first, payments.seconds()[0]) : first;
      // Whole weeks that end with the data.
      int count = (int) Math.clamp((end - first) / WEEK, 0, MOST_WEEKS);
      long from = end - count * WEEK;
      Weeks weeks = new Weeks(new double[count], new double[count], new double[count]);
      for (int row = 0; row < acts.size(); row++) {
        if (acts.kind()[row] == ContentActs.Kind.VIEW.ordinal()) {
          add(weeks.views, acts.seconds()[row] - from, acts.quantity()[row]);
        }
      }
      for (int row = 0; row < payments.size(); row++) {
        boolean deal = payments.kind()[row] == Kind.BRAND_DEAL.ordinal();
        double[] sums = deal ? weeks.brand : weeks.paid;
        add(sums, payments.seconds()[row] - from, payments.net()[row]);
      }
      return weeks;
    }

    private static void add(double[] sums, long since, double amount) {
      long week = Math.floorDiv(since, WEEK);
      if (week >= 0 && week < sums.length) {
        sums[(int) week] += amount;
      }
    }
  }

  /** Of one content. */
  public IndirectValue of(int content) {
    double views = counts.allViews(content);
    double fans = counts.newFans()[counts.newFans().length - 1][content];
    double mean = (paidByFirst[content] + PRIOR_FANS * meanPaid) / (fans + PRIOR_FANS);
    double error = paidSpread * Math.sqrt(fans);
    return new IndirectValue(
        estimate(brand.slope() * views, brand.times(views)),
        estimate(fans * mean, Interval.normal(fans * mean, error, Interval.WIDE)),
        estimate(authority.slope() * views, authority.times(views)));
  }

  /** Nothing is surer than to a minor unit. */
  private static Estimate estimate(double value, Interval interval) {
    return new Estimate(
        value,
        new Interval(
            Math.min(interval.lo(), value - 1),
            Math.max(interval.hi(), value + 1),
            interval.confidence()));
  }
}
