package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.benchmarks.forecast.SimulatedCreator.SparsityClass;
import io.tiktoktoe.benchmarks.forecast.SimulatedCreator.Stream;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Series;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pinball loss on simulated creators beside that of every member alone. */
final class BankLoss {

  private BankLoss() {}

  /**
   * Prints losses by sparsity class and bootstrap comparisons. Members alone are forecast as if
   * values could be negative and cut at zero, since sparse series are otherwise all forecast by the
   * hurdle model.
   */
  static void print(List<Stream> streams, List<QuantileForecast> ours, BatchOptions options) {
    List<Series> histories = streams.stream().map(Stream::history).toList();
    double[] own = losses(streams, ours);
    Map<String, double[]> bank = new LinkedHashMap<>();
    BatchOptions any = options.withSign(BatchOptions.Sign.ANY);
    bank.put(
        "boosting",
        losses(streams, PredictiveAnalyticsEngine.forecastAll(histories, any.withBoostingAlone())));
    for (String member : Panels.ALONE) {
      try {
        List<QuantileForecast> alone =
            PredictiveAnalyticsEngine.forecastAll(
                histories, any.withMembers(name -> name.startsWith(member)));
        bank.put(member, losses(streams, alone));
      } catch (IllegalArgumentException e) {
        System.out.printf("  %s does not suit: %s%n", member, e.getMessage());
      }
    }
    double[] average = new double[own.length];
    bank.values()
        .forEach(
            loss -> {
              for (int i = 0; i < average.length; i++) {
                average[i] += loss[i] / bank.size();
              }
            });
    System.out.println("Pinball loss over the mean level: ours, average of the bank");
    for (SparsityClass sparsity : SparsityClass.values()) {
      int[] rows = rows(streams, sparsity);
      if (rows.length > 0) {
        System.out.printf(
            "  %-36s %.4f  %.4f%n", sparsity.label(), mean(own, rows), mean(average, rows));
      }
    }
    bank.forEach((name, loss) -> PairedBootstrap.print(name, own, loss));
  }

  private static int[] rows(List<Stream> streams, SparsityClass sparsity) {
    int[] rows = new int[streams.size()];
    int used = 0;
    for (int i = 0; i < rows.length; i++) {
      if (streams.get(i).sparsity() == sparsity) {
        rows[used++] = i;
      }
    }
    return Arrays.copyOf(rows, used);
  }

  private static double mean(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElse(Double.NaN);
  }

  private static double[] losses(List<Stream> streams, List<QuantileForecast> forecasts) {
    double[] losses = new double[streams.size()];
    for (int i = 0; i < losses.length; i++) {
      double level =
          Math.max(1e-9, Arrays.stream(streams.get(i).history().toArray()).average().orElse(1));
      losses[i] = loss(forecasts.get(i), streams.get(i).futures()) / level;
    }
    return losses;
  }

  private static double loss(QuantileForecast forecast, double[][] futures) {
    double sum = 0;
    int count = 0;
    for (int h = 0; h < forecast.steps(); h++) {
      for (double level : Accuracy.LEVELS) {
        double quantile = Math.max(0, forecast.quantile(h, level));
        for (double[] future : futures) {
          double under = future[h] - quantile;
          sum += under >= 0 ? level * under : (level - 1) * under;
          count++;
        }
      }
    }
    return sum / count;
  }
}
