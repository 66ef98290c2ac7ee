package io.tiktoktoe.service.model.privacy;

import java.util.List;
import java.util.OptionalLong;

/**
 * Plan of a private release: what it would cost and how wrong it would be.
 *
 * @param noise discrete_laplace or discrete_gaussian, whichever errs less for the whole
 * @param epsilon what it takes from the budget
 * @param delta what it takes from the budget
 * @param spent the epsilon that its noise really costs, by the accountant
 * @param statistics how the budget is split, in the order asked
 */
public record PlanAnswer(
    String noise, double epsilon, double delta, double spent, List<Part> statistics) {

  /** The unit of quantiles' errors. */
  public static final String RANK = "rank";

  public PlanAnswer {
    statistics = List.copyOf(statistics);
  }

  /**
   * One statistic.
   *
   * @param name its name
   * @param measure what is counted
   * @param share of the budget, above 0 and at most 1
   * @param unit of its errors: persons, events, amount, or rank (the share of persons between the
   *     quantile that is told and the true one; how far apart their amounts lie follows from the
   *     data)
   * @param standardError of one of its numbers, in its unit
   * @param halfWidth95 the true number lies this near with 95%
   * @param relativeError this half width beside the expected size
   * @param personsToAppear with so many persons a selected partition is published with 95%; absent
   *     where partitions are known
   */
  public record Part(
      String name,
      String measure,
      double share,
      String unit,
      double standardError,
      double halfWidth95,
      double relativeError,
      OptionalLong personsToAppear) {}
}
