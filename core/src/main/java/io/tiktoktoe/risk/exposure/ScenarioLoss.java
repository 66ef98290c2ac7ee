package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.stats.Interval;
import java.time.LocalDate;
import java.util.List;

/**
 * A stress test result: what a scenario takes from the forecast's income, minor units.
 *
 * @param title of the scenario
 * @param from first day that is forecast
 * @param loss30 mean income of the first 30 days less that under the scenario
 * @param interval30 holds the loss of the first 30 days with probability 0.95, as far as the
 *     futures go
 * @param loss loss over all days that are forecast
 * @param interval of it
 * @param days how many days are forecast
 * @param expected mean income of the first 30 days under the scenario
 * @param floor income of the first 30 days is below it in one of twenty futures of the scenario
 * @param floorBefore the same without it
 * @param parts what each part contributes; they add up to the losses
 */
public record ScenarioLoss(
    String title,
    LocalDate from,
    double loss30,
    Interval interval30,
    double loss,
    Interval interval,
    int days,
    double expected,
    double floor,
    double floorBefore,
    List<PartLoss> parts) {

  public ScenarioLoss {
    parts = List.copyOf(parts);
  }

  /**
   * A Shapley value: what one part contributes, averaged over all orders in which parts may come.
   *
   * @param part as it was told
   * @param factor what it multiplies what it hits by
   * @param from its first day
   * @param until its last day
   * @param loss30 share of the loss of the first 30 days
   * @param loss share of the loss of all days
   */
  public record PartLoss(
      String part, double factor, LocalDate from, LocalDate until, double loss30, double loss) {}
}
