package io.tiktoktoe.risk;

import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.outlook.Predictions;
import java.util.Currency;
import java.util.List;

/**
 * What a risk assessment looks at.
 *
 * @param history daily income of at most the past that counts, whole days
 * @param recentDays how many of its last days stand for the present, at least 1
 * @param fans how sales spread over fans in those days
 * @param movements all movements of recurring income up to the history's end
 * @param predictions daily net income by stream, with joint futures
 * @param currency in which all amounts are
 */
public record RiskInputs(
    IncomeHistory history,
    int recentDays,
    FanConcentration fans,
    List<SubscriptionMovement> movements,
    Predictions predictions,
    Currency currency) {

  public RiskInputs {
    if (recentDays < 1) {
      throw new IllegalArgumentException("recentDays (" + recentDays + ") must be at least 1.");
    }
    movements = List.copyOf(movements);
  }
}
