package io.tiktoktoe.pipeline.insight;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import java.util.Currency;

/**
 * How a platform's data are analysed. Equal configurations are one question, answered once.
 *
 * @param account whose budget is charged
 * @param data which data they are, such as a store's name
 * @param period of the events
 * @param currency in which amounts are told
 * @param budget that the release may cost; epsilon .1 and delta 1e-6 unless changed
 */
public record AnalyticsConfig(
    BudgetAccount account, String data, DateRange period, Currency currency, PrivacyBudget budget) {

  /** The usual budget: epsilon .1, delta 1e-6. */
  public static AnalyticsConfig of(
      BudgetAccount account, String data, DateRange period, Currency currency) {
    return new AnalyticsConfig(account, data, period, currency, PrivacyBudget.USUAL);
  }

  /** The same at another cost. */
  public AnalyticsConfig withBudget(PrivacyBudget other) {
    return new AnalyticsConfig(account, data, period, currency, other);
  }
}
