package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.AudienceFacts.SubscriptionSpell;
import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.lifetime.FanValues;
import io.tiktoktoe.audience.lifetime.FittedModel;
import io.tiktoktoe.audience.lifetime.Holdout;
import io.tiktoktoe.audience.lifetime.LifetimeModel;
import io.tiktoktoe.audience.lifetime.LifetimeOptions;
import io.tiktoktoe.audience.lifetime.LifetimeValue;
import io.tiktoktoe.audience.lifetime.PurchaseLog;
import io.tiktoktoe.audience.lifetime.PurchaseSummaries;
import io.tiktoktoe.audience.lifetime.RetentionModel;
import io.tiktoktoe.audience.lifetime.SubscriptionTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each fan will bring: purchases and subscriptions in one value, net of fees as past sales
 * were. A fan who never bought brings nothing that is known: their value is 0.
 */
public final class FanWorth {

  private static final double MONTH = 30.4375;

  private final int fans;
  private final Optional<LifetimeModel> purchases;
  private final Optional<PurchaseSummaries> summaries;
  private final Optional<RetentionModel> retention;
  private final Optional<SubscriptionTerms> terms;

  private FanWorth(AudienceSegments audience, AudienceOptions options) {
    fans = audience.fans().size();
    LifetimeOptions how =
        LifetimeOptions.of(options.horizonDays())
            .withAnnualDiscount(options.annualDiscount())
            .withSeed(options.seed())
            .withProgress(options.progress());
    if (audience.fans().total(FanCount.PURCHASE_DAYS) > 0) {
      int until = audience.fans().end() - 1;
      PurchaseLog log =
          PurchaseLog.of(
              fans,
              audience.purchases().fan(),
              audience.purchases().day(),
              audience.purchases().net());
      // Refunds of a day may outweigh its sales, so that nobody has bought in the end.
      summaries =
          log.lastDay() <= until ? Optional.of(PurchaseSummaries.of(log, until)) : Optional.empty();
      purchases =
          summaries.filter(FanWorth::anyone).map(some -> LifetimeValue.fit(log, until, how));
    } else {
      summaries = Optional.empty();
      purchases = Optional.empty();
    }
    SubscriptionTerms paid = terms(audience);
    terms = paid.count() > 0 ? Optional.of(paid) : Optional.empty();
    retention = terms.map(some -> LifetimeValue.fit(some, how));
  }

  /** Of an audience. */
  public static FanWorth of(AudienceSegments audience, AudienceOptions options) {
    return new FanWorth(audience, options);
  }

  private static boolean anyone(PurchaseSummaries summaries) {
    for (int fan = 0; fan < summaries.customers(); fan++) {
      if (summaries.known(fan)) {
        return true;
      }
    }
    return false;
  }

  /** Subscriptions that fans pay themselves, in months. */
  private static SubscriptionTerms terms(AudienceSegments audience) {
    FanTable table = audience.fans();
    double gross = table.total(FanCount.GROSS);
    double kept = gross > 0 ? Math.clamp(table.total(FanCount.NET) / gross, 0, 1) : 1;
    List<SubscriptionSpell> paid = new ArrayList<>();
    for (SubscriptionSpell spell : audience.facts().spells()) {
      if (!spell.gifted()) {
        paid.add(spell);
      }
    }
    int[] fan = new int[paid.size()];
    int[] terms = new int[paid.size()];
    boolean[] running = new boolean[paid.size()];
    double[] price = new double[paid.size()];
    for (int i = 0; i < fan.length; i++) {
      SubscriptionSpell spell = paid.get(i);
      running[i] = spell.end() == FanTable.NEVER;
      int end = running[i] ? table.end() : spell.end();
      fan[i] = spell.fan();
      terms[i] = Math.max(1, (int) Math.ceil((end - spell.start()) / MONTH));
      price[i] = kept * spell.monthly();
    }
    return new SubscriptionTerms(fan, terms, running, price, MONTH);
  }

  /** Expected net of each fan over a horizon, with its bounds. */
  public Values expected(double days) {
    Values values =
        new Values(new double[fans], new double[fans], new double[fans], new double[fans]);
    purchases.ifPresent(model -> values.add(model.expected(summaries.orElseThrow(), days)));
    retention.ifPresent(model -> values.add(model.expected(terms.orElseThrow(), fans, days)));
    return values;
  }

  /** Every model with its weight. */
  public List<FittedModel> models() {
    List<FittedModel> models = new ArrayList<>();
    purchases.ifPresent(model -> models.addAll(model.models()));
    retention.ifPresent(model -> models.addAll(model.models()));
    return models;
  }

  /** How the models of purchases did on their own past. */
  public Optional<Holdout> holdout() {
    return purchases.flatMap(LifetimeModel::holdout);
  }

  /**
   * Net by fan, minor units.
   *
   * @param mean expected
   * @param variance of what will come
   * @param lo lower end of the 95% interval
   * @param hi upper end
   */
  public record Values(double[] mean, double[] variance, double[] lo, double[] hi) {

    private void add(FanValues more) {
      for (int fan = 0; fan < mean.length; fan++) {
        if (Double.isFinite(more.value()[fan])) {
          mean[fan] += more.value()[fan];
          variance[fan] += finite(more.valueVariance()[fan]);
          lo[fan] += finite(more.lo95()[fan]);
          hi[fan] += finite(more.hi95()[fan]);
        }
      }
    }

    private static double finite(double value) {
      return Double.isFinite(value) ? value : 0;
    }

    /** The sum over all fans. */
    public double total() {
      double total = 0;
      for (double one : mean) {
        total += one;
      }
      return total;
    }
  }
}
