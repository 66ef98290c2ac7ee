package io.tiktoktoe.benchmarks.series;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.series.Decomposition;
import io.tiktoktoe.series.Mstl;
import io.tiktoktoe.series.MstlOptions;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.series.Stl;
import io.tiktoktoe.series.StlOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Largest error of STL and MSTL against the results of the Fortran original, of statsmodels and of
 * R, relative to the largest value of the part that is compared.
 */
public final class StlAccuracy {

  private StlAccuracy() {}

  /** Prints one line per scenario. */
  public static void main(String[] args) {
    Optional<Path> folder = PublicData.find("stl");
    if (folder.isEmpty()) {
      System.out.println("skipped: no public data (set TIKTOKTOE_DATA)");
      return;
    }
    errors(folder.get()).forEach((name, error) -> System.out.printf("%-50s %.1e%n", name, error));
  }

  /** Largest relative error by scenario, in the order of the files. */
  static Map<String, Double> errors(Path folder) {
    Map<String, Double> errors = new LinkedHashMap<>();
    statsmodels(folder, errors);
    r(folder, errors);
    fortran(folder, errors);
    mstl(folder, errors);
    return errors;
  }

  private static void statsmodels(Path folder, Map<String, Double> errors) {
    Table.read(folder.resolve("statsmodels_stl_reference.csv.gz"))
        .groupBy("scenario")
        .forEach(
            (scenario, rows) -> {
              if (!scenario.startsWith("stlez")) {
                int seasonalJump = scenario.contains("nsjump-1") ? 1 : 4;
                int trendJump = scenario.contains("ntjump-1") ? 1 : 2;
                int lowpassJump = scenario.contains("nljump-1") ? 1 : 2;
                StlOptions options =
                    StlOptions.defaults(12)
                        .withWindows(35, 19, 13)
                        .withDegrees(1, 1, 1)
                        .withJumps(seasonalJump, trendJump, lowpassJump)
                        .withIterations(1, 2);
                errors.put("statsmodels " + scenario, error(rows, options, "season", "rw"));
              }
            });
  }

  private static void r(Path folder, Map<String, Double> errors) {
    Table.read(folder.resolve("r_stl_reference.csv.gz"))
        .groupBy("series", "frequency", "s_window", "robust", "jumps")
        .forEach(
            (scenario, rows) -> {
              int period = Integer.parseInt(rows.first("frequency"));
              String window = rows.first("s_window");
              StlOptions options =
                  StlOptions.defaults(period).withRobust(rows.first("robust").equals("TRUE"));
              options =
                  window.equals("periodic")
                      ? options.withPeriodicSeason()
                      : options.withSeasonalWindow(Integer.parseInt(window));
              if (rows.first("jumps").equals("one")) {
                options = options.withJumps(1, 1, 1);
              }
              errors.put("R " + scenario, error(rows, options, "seasonal", "weights"));
            });
  }

  private static void fortran(Path folder, Map<String, Double> errors) {
    Table rows = Table.read(folder.resolve("fortran_stl_output.csv.gz"));
    StlOptions options = StlOptions.defaults(12).withSeasonalWindow(35).withDegrees(1, 1, 1);
    errors.put("Fortran", error(rows, options, "season", ""));
  }

  private static double error(Table rows, StlOptions options, String seasonal, String weights) {
    Series series = Series.of("reference", rows.numbers("y"));
    if (!(Stl.decompose(series, options) instanceof Decomposition.Parts parts)) {
      return Double.POSITIVE_INFINITY;
    }
    double error = error(parts.trend(), rows.numbers("trend"));
    error = Math.max(error, error(parts.seasonal(), rows.numbers(seasonal)));
    return weights.isEmpty()
        ? error
        : Math.max(error, error(parts.weights(), rows.numbers(weights)));
  }

  private static void mstl(Path folder, Map<String, Double> errors) {
    Table rows = Table.read(folder.resolve("r_mstl_elec_vic_reference.csv.gz"));
    Series series = Series.of("elec_vic", rows.numbers("Data"));
    MstlOptions options =
        MstlOptions.defaults(24, 168).withStl(StlOptions.defaults(24).withJumps(1, 1, 1));
    if (Mstl.decompose(series, options) instanceof Decomposition.Parts parts) {
      errors.put("R mstl trend", error(parts.trend(), rows.numbers("Trend")));
      errors.put("R mstl season 24", error(parts.seasonal(24), rows.numbers("Seasonal24")));
      errors.put("R mstl season 168", error(parts.seasonal(168), rows.numbers("Seasonal168")));
    }
  }

  private static double error(double[] ours, double[] theirs) {
    double largest = 0;
    double difference = 0;
    for (int step = 0; step < ours.length; step++) {
      largest = Math.max(largest, Math.abs(theirs[step]));
      difference = Math.max(difference, Math.abs(ours[step] - theirs[step]));
    }
    return difference / largest;
  }
}
