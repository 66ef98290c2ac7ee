package io.tiktoktoe.audience.lifetime;

import java.util.List;

/** Contractual retention, fitted: how long subscriptions are kept. Immutable and thread safe. */
public interface RetentionModel {

  /** sBG and beta-discrete-Weibull with their parameters and weights. */
  List<FittedModel> models();

  /** The share of subscriptions that is kept for each number of renewals from 0 to {@code most}. */
  double[] survival(int most);

  /**
   * What the running subscriptions will bring: renewals within the horizon.
   *
   * @param fans how many; those without a subscription get 0
   * @param horizonDays days ahead, above 0
   */
  FanValues expected(SubscriptionTerms terms, int fans, double horizonDays);
}
