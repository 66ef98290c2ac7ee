package io.tiktoktoe.pipeline.insight;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import java.util.Currency;
import java.util.List;

/**
 * How a platform's data are analysed. Equal configurations are one question, answered once.
 *
 * @param account whose budget is charged
 * @param data which data they are, such as a store's name
 * @param period of the events
 * @param currency in which amounts are told
 * @param platforms names that everybody knows, whatever the data hold; a usual list when empty
 * @param budget that the release may cost; epsilon .1 and delta 1e-6 unless changed
 */
public record AnalyticsConfig(
    BudgetAccount account,
    String data,
    DateRange period,
    Currency currency,
    List<String> platforms,
    PrivacyBudget budget) {

  public AnalyticsConfig {
    platforms = List.copyOf(platforms);
  }

  /** The usual budget: epsilon .1, delta 1e-6. */
  public static AnalyticsConfig of(
      BudgetAccount account, String data, DateRange period, Currency currency) {
    return new AnalyticsConfig(account, data, period, currency, List.of(), PrivacyBudget.USUAL);
  }

  /** What a release is about, as its question's name: amounts in another currency are others. */
  public String about() {
    return data + " in " + currency.getCurrencyCode();
  }

  /** The same at another cost. */
  public AnalyticsConfig withBudget(PrivacyBudget other) {
    return new AnalyticsConfig(account, data, period, currency, platforms, other);
  }

  /** The same with these platforms. */
  public AnalyticsConfig withPlatforms(List<String> names) {
    return new AnalyticsConfig(account, data, period, currency, names, budget);
  }
}
