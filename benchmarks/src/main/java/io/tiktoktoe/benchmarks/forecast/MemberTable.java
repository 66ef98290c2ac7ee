package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.QuantileForecast;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Mean weights of the members over many forecasts. */
final class MemberTable {

  private MemberTable() {}

  static void print(List<QuantileForecast> forecasts) {
    Map<String, Double> weights = new TreeMap<>();
    for (QuantileForecast forecast : forecasts) {
      for (Forecast.Member member : forecast.members()) {
        weights.merge(member.name(), member.weight() / forecasts.size(), Double::sum);
      }
    }
    weights.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(entry -> System.out.printf("  %.3f  %s%n", entry.getValue(), entry.getKey()));
  }
}
