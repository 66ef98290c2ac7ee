package io.tiktoktoe.audience.lifetime;

/**
 * Customer lifetime value from what customers bought: fits the customer-base models, stacks them on
 * the part of the log that was held out, and foretells.
 *
 * <pre>{@code
 * PurchaseLog log = PurchaseLog.of(customers, customer, day, amount);
 * LifetimeModel model = LifetimeValue.fit(log, until, LifetimeOptions.of(365));
 * FanValues values = model.expected(PurchaseSummaries.of(log, until), 365);
 * }</pre>
 */
public final class LifetimeValue {

  private LifetimeValue() {}

  /**
   * Fits to the purchases up to a day. The last part of them, as long as the horizon where the log
   * is twice as long, is held out first to weigh the models; then all are fitted to everything.
   *
   * @param until the last day of observation; later purchases do not count
   * @throws IllegalArgumentException if nobody had bought by then
   */
  public static LifetimeModel fit(PurchaseLog log, int until, LifetimeOptions options) {
    return Stacking.fit(log, until, options);
  }

  /**
   * Fits to summaries, from which nothing can be held out: models are weighed by their likelihood.
   *
   * @throws IllegalArgumentException if nobody had bought
   */
  public static LifetimeModel fit(PurchaseSummaries customers, LifetimeOptions options) {
    return Stacking.fit(customers, options);
  }

  /**
   * Fits the shifted beta-geometric and the beta-discrete-Weibull model to subscriptions.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static RetentionModel fit(SubscriptionTerms terms, LifetimeOptions options) {
    return Stacking.fit(terms, options);
  }

  /**
   * Fits the BG/BB model to opportunities that were taken or not.
   *
   * @throws IllegalArgumentException if there is nobody
   */
  public static OpportunityModel fit(OpportunityCounts counts) {
    return OpportunityModel.of(counts);
  }

  /**
   * One value a fan: of purchases and of subscriptions, which are taken for independent given the
   * fan's history.
   *
   * @throws IllegalArgumentException if they differ in fans or horizon
   */
  public static FanValues together(FanValues purchases, FanValues subscriptions) {
    return Stacking.together(purchases, subscriptions);
  }
}
