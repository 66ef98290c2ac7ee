package io.tiktoktoe.benchmarks.audience;

import io.tiktoktoe.audience.lifetime.FanValues;
import io.tiktoktoe.audience.lifetime.Holdout;
import io.tiktoktoe.audience.lifetime.HoldoutScore;
import io.tiktoktoe.audience.lifetime.LifetimeModel;
import io.tiktoktoe.audience.lifetime.LifetimeOptions;
import io.tiktoktoe.audience.lifetime.LifetimeValue;
import io.tiktoktoe.audience.lifetime.PurchaseLog;
import io.tiktoktoe.audience.lifetime.PurchaseSummaries;
import io.tiktoktoe.benchmarks.PublicData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Customers whose later purchases were not seen: the CDNOW sample over 39 weeks and a French shop
 * over its last quarter, beside each single model and beside "as many as in the time before". The
 * same code and options for both.
 */
public final class LifetimeValueHoldout {

  private LifetimeValueHoldout() {}

  /** Prints bias and root mean squared error of each, and of money. */
  public static void main(String[] args) {
    Optional<Path> cdnow = PublicData.find("clv/cdnow_sample_elog.csv.gz");
    Optional<Path> shop = PublicData.find("revenue_daily/online_retail_france_lines.csv.gz");
    if (cdnow.isEmpty() || shop.isEmpty()) {
      System.out.println("skipped: public data clv or revenue_daily is absent");
      return;
    }
    run("CDNOW, 39 weeks", PublicPurchases.cdnow(cdnow.get()), LocalDate.of(1997, 9, 30), 273);
    run("French shop, 13 weeks", PublicPurchases.shop(shop.get()), LocalDate.of(2011, 9, 9), 91);
  }

  private static void run(String name, PurchaseLog log, LocalDate last, int days) {
    int until = (int) last.toEpochDay();
    LifetimeModel model = LifetimeValue.fit(log, until, LifetimeOptions.of(days));
    Holdout holdout = model.against(log, until, days);
    System.out.printf("%n%s, %,d customers%n", name, holdout.customers());
    System.out.printf(
        "%-22s %9s %9s %8s %8s %8s %10s%n",
        "model", "expected", "actual", "bias", "RMSE", "MAE", "log score");
    holdout.scores().forEach(LifetimeValueHoldout::print);
    print(before(log, until, days));
    PurchaseSummaries customers = PurchaseSummaries.of(log, until);
    FanValues values = model.expected(customers, days);
    double expected = 0;
    double actual = 0;
    for (int i = 0; i < log.customers(); i++) {
      if (customers.known(i)) {
        expected += values.value()[i];
        actual += log.spend(i, until, until + days);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "money %.0f of %.0f, bias %.3f; normalised Gini %.3f%n",
        expected,
        actual,
        expected / actual - 1,
        holdout.deciles().gini());
    for (int i = 0; i < holdout.deciles().expected().length; i++) {
      System.out.printf(
          Locale.ROOT,
          "  decile %2d expected %6.3f actual %6.3f%n",
          i + 1,
          holdout.deciles().expected()[i],
          holdout.deciles().actual()[i]);
    }
  }

  /** As many as in the time of the same length before; of customers who began within it, so too. */
  private static HoldoutScore before(PurchaseLog log, int until, int days) {
    PurchaseSummaries customers = PurchaseSummaries.of(log, until);
    double expected = 0;
    double actual = 0;
    double squares = 0;
    double absolute = 0;
    int count = 0;
    for (int i = 0; i < log.customers(); i++) {
      if (!customers.known(i)) {
        continue;
      }
      double last = log.purchases(i, until - days, until);
      double came = log.purchases(i, until, until + days);
      expected += last;
      actual += came;
      squares += (last - came) * (last - came);
      absolute += Math.abs(last - came);
      count++;
    }
    return new HoldoutScore(
        "as in the time before",
        Double.NaN,
        expected,
        actual,
        expected / actual - 1,
        Math.sqrt(squares / count),
        absolute / count);
  }

  private static void print(HoldoutScore score) {
    System.out.printf(
        Locale.ROOT,
        "%-22s %9.1f %9.0f %8.3f %8.4f %8.4f %10.4f%n",
        score.model(),
        score.expected(),
        score.actual(),
        score.bias(),
        score.rmse(),
        score.mae(),
        score.logScore());
  }
}
