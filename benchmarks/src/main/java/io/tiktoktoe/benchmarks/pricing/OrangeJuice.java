package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.table.TableReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Orange juice of 83 shops over 121 weeks: 11 brands with all prices, deals and features. */
public final class OrangeJuice {

  private static final double TRAINING = .8;

  private OrangeJuice() {}

  /** Where the data lies. */
  public static Optional<Path> find() {
    return PublicData.find("pricing/bayesm_orange_juice_weekly.csv.gz");
  }

  /**
   * All rows.
   *
   * @param until first week whose quantities are hidden
   */
  public static DemandHistory read(Path file, double until) {
    DemandHistory.Builder rows = DemandHistory.withControls(List.of("deal", "feat"));
    try (TableReader reader = TableReader.open(file)) {
      int first = reader.columns().indexOf("price1");
      int deal = reader.columns().indexOf("deal");
      while (reader.next()) {
        int brand = Integer.parseInt(reader.cell(1));
        double week = Double.parseDouble(reader.cell(2));
        double sold = Math.exp(Double.parseDouble(reader.cell(3)));
        rows.add(
            "brand " + brand,
            reader.cell(0),
            week,
            Double.parseDouble(reader.cell(first + brand - 1)),
            week < until ? sold : Double.NaN,
            false,
            Double.parseDouble(reader.cell(deal)),
            Double.parseDouble(reader.cell(deal + 1)));
      }
    }
    return rows.build();
  }

  /** Root mean squared error of the log quantity in the last fifth of the weeks. */
  public static double holdOutError(Path file) {
    DemandHistory all = read(file, Double.POSITIVE_INFINITY);
    double[] weeks = new double[all.rows()];
    for (int row = 0; row < weeks.length; row++) {
      weeks[row] = all.period(row);
    }
    double[] distinct = Arrays.stream(weeks).distinct().sorted().toArray();
    double until = distinct[(int) (TRAINING * distinct.length)];
    double[] expected =
        DynamicPricingEngine.expectedLogQuantities(read(file, until), ElasticityOptions.defaults());
    double squares = 0;
    int count = 0;
    for (int row = 0; row < expected.length; row++) {
      if (!Double.isNaN(expected[row])) {
        double error = Math.log(all.quantity(row)) - expected[row];
        squares += error * error;
        count++;
      }
    }
    if (count == 0) {
      throw new IllegalStateException("no week was held out of " + file + ". Check the file.");
    }
    return Math.sqrt(squares / count);
  }
}
