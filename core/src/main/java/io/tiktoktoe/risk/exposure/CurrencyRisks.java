package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Volatility of exchange rates: the sample standard deviation of weekly logarithmic changes without
 * drift, scaled to 30 days by the square root of time, with its chi-squared interval. The loss is
 * that of a normal change at 5%.
 */
final class CurrencyRisks {

  private static final int LEAST_WEEKS = 8;
  private static final double MONTH = 30;
  private static final double ONE_OF_TWENTY = 1.6449;

  private CurrencyRisks() {}

  /** One for each other currency with positive income, the largest first. */
  static List<CurrencyRisk> of(RiskFacts facts, String reporting) {
    Map<String, Double> net = new TreeMap<>();
    facts.parts().forEach(one -> net.merge(one.currency(), (double) one.net(), Double::sum));
    double all = net.values().stream().mapToDouble(one -> Math.max(0, one)).sum();
    List<CurrencyRisk> risks = new ArrayList<>();
    net.forEach(
        (currency, amount) -> {
          if (!currency.equals(reporting) && amount > 0) {
            double income = amount / facts.days() * MONTH;
            risks.add(risk(currency, income, amount / all, weekly(facts, currency)));
          }
        });
    risks.sort(
        Comparator.comparingDouble((CurrencyRisk one) -> -one.income())
            .thenComparing(CurrencyRisk::currency));
    return risks;
  }

  private static double[] weekly(RiskFacts facts, String currency) {
    return facts.rates().stream()
        .filter(one -> one.currency().equals(currency))
        .findFirst()
        .map(CurrencyRates::weekly)
        .orElse(new double[0]);
  }

  private static CurrencyRisk risk(String currency, double income, double share, double[] rates) {
    int changes = Math.max(0, rates.length - 1);
    double squares = 0;
    for (int at = 1; at < rates.length; at++) {
      double change = Math.log(rates[at] / rates[at - 1]);
      squares += change * change;
    }
    if (changes < LEAST_WEEKS || !(squares > 0)) {
      Interval any = new Interval(0, income, Interval.WIDE);
      return new CurrencyRisk(currency, income, share, Double.NaN, Double.NaN, any, changes);
    }
    ChiSquaredDistribution law = ChiSquaredDistribution.of(changes);
    double all = squares;
    Interval deviations =
        Interval.equalTailed(
            p -> month(all / law.inverseCumulativeProbability(1 - p)), Interval.WIDE);
    double deviation = month(squares / changes);
    return new CurrencyRisk(
        currency,
        income,
        share,
        deviation,
        loss(income, deviation),
        deviations.map(one -> loss(income, one)),
        changes);
  }

  private static double month(double weeklyVariance) {
    return Math.sqrt(weeklyVariance * MONTH / 7);
  }

  private static double loss(double income, double deviation) {
    return income * -Math.expm1(-ONE_OF_TWENTY * deviation);
  }
}
