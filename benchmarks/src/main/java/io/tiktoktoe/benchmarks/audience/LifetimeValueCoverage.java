package io.tiktoktoe.benchmarks.audience;

import io.tiktoktoe.audience.lifetime.FanValues;
import io.tiktoktoe.audience.lifetime.GroupValue;
import io.tiktoktoe.audience.lifetime.LifetimeModel;
import io.tiktoktoe.audience.lifetime.LifetimeOptions;
import io.tiktoktoe.audience.lifetime.LifetimeValue;
import io.tiktoktoe.audience.lifetime.PurchaseLog;
import io.tiktoktoe.audience.lifetime.PurchaseSummaries;
import io.tiktoktoe.stats.Interval;
import java.util.Locale;

/**
 * How often intervals hold on customers drawn from known models: of each fan's money, among fans of
 * whom more than nothing is expected at that level, and of the sums of groups of fans. Arguments:
 * bases of customers to draw for each law (20 when absent), customers of each (800).
 */
public final class LifetimeValueCoverage {

  private static final int SPREAD = 200;
  private static final int LAST = 364;
  private static final int DAYS = 182;
  private static final int GROUPS = 4;

  private LifetimeValueCoverage() {}

  /** Prints the shares that lay inside, and the bias of all together. */
  public static void main(String[] args) {
    int bases = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    int customers = args.length > 1 ? Integer.parseInt(args[1]) : 800;
    System.out.printf(
        "%-12s %8s %8s %8s %8s %8s %8s %8s %8s%n",
        "law", "fan 68", "fan 95", "group 68", "group 95", "money 68", "money 95", "bias", "RMSE");
    for (DrawnCustomers.Law law : DrawnCustomers.Law.values()) {
      new Tally(law).run(bases, customers);
    }
  }

  /** Counts of one law. */
  private static final class Tally {
    private final DrawnCustomers.Law law;
    private final double[] inside = new double[6];
    private final double[] all = new double[6];
    private double expected;
    private double actual;
    private double squares;
    private double fans;

    Tally(DrawnCustomers.Law law) {
      this.law = law;
    }

    void run(int bases, int customers) {
      for (int base = 0; base < bases; base++) {
        base(new DrawnCustomers(law, 100 + base).log(customers, SPREAD, LAST + DAYS));
      }
      System.out.printf(
          Locale.ROOT,
          "%-12s %8.3f %8.3f %8.3f %8.3f %8.3f %8.3f %8.3f %8.3f%n",
          law,
          inside[0] / all[0],
          inside[1] / all[1],
          inside[2] / all[2],
          inside[3] / all[3],
          inside[4] / all[4],
          inside[5] / all[5],
          expected / actual - 1,
          Math.sqrt(squares / fans));
    }

    private void base(PurchaseLog log) {
      LifetimeModel model = LifetimeValue.fit(log, LAST, LifetimeOptions.of(DAYS));
      PurchaseSummaries customers = PurchaseSummaries.of(log, LAST);
      FanValues values = model.expected(customers, DAYS);
      int[] groupOf = new int[log.customers()];
      double[] purchases = new double[GROUPS];
      double[] money = new double[GROUPS];
      for (int i = 0; i < groupOf.length; i++) {
        groupOf[i] = i % GROUPS;
        double came = log.purchases(i, LAST, LAST + DAYS);
        double paid = log.spend(i, LAST, LAST + DAYS);
        purchases[groupOf[i]] += came;
        money[groupOf[i]] += paid;
        expected += values.purchases()[i];
        actual += came;
        squares += (came - values.purchases()[i]) * (came - values.purchases()[i]);
        fans++;
        count(0, paid, values.lo68()[i], values.hi68()[i]);
        count(1, paid, values.lo95()[i], values.hi95()[i]);
      }
      int group = 0;
      for (GroupValue total : model.totals(customers, groupOf, GROUPS, DAYS)) {
        count(2, purchases[group], total.purchases68());
        count(3, purchases[group], total.purchases95());
        count(4, money[group], total.value68());
        count(5, money[group], total.value95());
        group++;
      }
    }

    private void count(int what, double value, Interval interval) {
      count(what, value, interval.lo(), interval.hi());
    }

    private void count(int what, double value, double low, double high) {
      if (high > 0) {
        all[what]++;
        inside[what] += value >= low && value <= high ? 1 : 0;
      }
    }
  }
}
