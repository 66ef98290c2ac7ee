package io.tiktoktoe.service.privacy;

import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.service.model.ServiceException;

/** Privacy budgets of requests, checked with words for who asked. */
final class Budgets {

  private Budgets() {}

  /** A budget whose delta is above 0. */
  static PrivacyBudget above0(double epsilon, double delta) {
    requireEpsilon(epsilon);
    if (!(delta >= PrivacyBudget.LEAST_DELTA && delta < PrivacyBudget.MOST_DELTA)) {
      throw new ServiceException.BadRequest(
          "delta",
          "{delta} %s is out of range. Use a number from 1e-12 to below 0.1, such as 1e-6.",
          delta);
    }
    return new PrivacyBudget(epsilon, delta);
  }

  /** A budget whose delta may be 0. */
  static PrivacyBudget from0(double epsilon, double delta) {
    requireEpsilon(epsilon);
    if (!(delta == 0 || delta >= PrivacyBudget.LEAST_DELTA && delta < PrivacyBudget.MOST_DELTA)) {
      throw new ServiceException.BadRequest(
          "delta",
          "{delta} %s is out of range. Use 0, or a number from 1e-12 to below 0.1, such as 1e-6.",
          delta);
    }
    return new PrivacyBudget(epsilon, delta);
  }

  static void requireEpsilon(double epsilon) {
    if (!(epsilon >= PrivacyBudget.LEAST_EPSILON && epsilon <= PrivacyBudget.MOST_EPSILON)) {
      throw new ServiceException.BadRequest(
          "epsilon",
          "{epsilon} %s is out of range. Use a number from 1e-5 to 100, such as 0.1.",
          epsilon);
    }
  }
}
