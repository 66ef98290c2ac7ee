package io.tiktoktoe.audience.lifetime;

import java.util.List;
import java.util.Optional;

/**
 * Stacked customer-base models, fitted: what {@link LifetimeValue} gives. Immutable and thread
 * safe. It may be asked of customers whom it was not fitted to, such as newcomers.
 */
public interface LifetimeModel {

  /** Every model with its parameters and its weight, those of purchases first, then of spend. */
  List<FittedModel> models();

  /** How the models did on the log's own past; empty when it was too short or only summed up. */
  Optional<Holdout> holdout();

  /**
   * What each customer will bring in the days after the end of observation. O(customers) time and
   * memory; equal customers are computed once.
   *
   * @param horizonDays days ahead, above 0
   */
  FanValues expected(PurchaseSummaries customers, double horizonDays);

  /**
   * The same of one group of customers after the other: segments, cohorts, contents that brought
   * them.
   *
   * @param groupOf the group of each customer, from 0; negative for none
   * @param groups how many
   */
  List<GroupValue> totals(
      PurchaseSummaries customers, int[] groupOf, int groups, double horizonDays);

  /**
   * How the models do on purchases that came after the end of observation: every model by itself,
   * then all together.
   *
   * @param until the day up to which they were fitted
   * @param days after it that are compared, at least 1
   */
  Holdout against(PurchaseLog log, int until, double days);

  /**
   * One of the purchase models by itself, as it was fitted here.
   *
   * @param name such as {@code BG/NBD}
   * @throws IllegalArgumentException if there is none of this name
   */
  LifetimeModel only(String name);
}
