package io.tiktoktoe.risk.exposure;

/**
 * Past exchange rates of one currency to the reporting currency, a week apart, oldest first.
 *
 * @param currency ISO 4217
 * @param weekly what one unit was worth; only weeks in a row of which a rate is known
 */
@SuppressWarnings("ArrayRecordComponent") // Only carried: copied on the way in and out.
public record CurrencyRates(String currency, double[] weekly) {

  public CurrencyRates {
    weekly = weekly.clone();
  }

  @Override
  public double[] weekly() {
    return weekly.clone();
  }
}
