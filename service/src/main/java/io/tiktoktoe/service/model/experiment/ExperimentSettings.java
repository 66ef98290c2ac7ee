package io.tiktoktoe.service.model.experiment;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of a price test, fixed when it is made.
 *
 * @param control place of the arm that is charged today
 * @param fee share of a price that fees, tax and serving take, from 0 to below 1
 * @param exploration share of the traffic spread evenly over arms that may still be best
 * @param alpha chance of ever telling a difference where there is none
 * @param stopLoss an arm is left out when it surely brings less than control by this share
 * @param minimumExposure persons who count for each arm before any is left out
 * @param cap what one person brings counts as at most so many sales
 * @param renewals how many renewals are expected of a buyer
 * @param window how long a person has before they count
 * @param budget major units that the test may lose against charging control; 0: no limit
 * @param traffic persons a day that are expected
 * @param conversion chance that a person who is shown control buys
 * @param effect smallest share by which a difference matters
 */
public record ExperimentSettings(
    int control,
    double fee,
    double exploration,
    double alpha,
    double stopLoss,
    int minimumExposure,
    double cap,
    double renewals,
    Duration window,
    double budget,
    double traffic,
    double conversion,
    double effect) {

  /** Refuses what is out of range. */
  public ExperimentSettings {
    require("fee", fee, fee >= 0 && fee < 1, "from 0 to below 1");
    require(
        "renewals", renewals, renewals >= 0 && renewals <= 1_000, "from 0 to 1000, such as 5.5");
    require("budget", budget, budget >= 0 && budget <= 1e12, "from 0 (no limit) to 1e12");
    requireShares(exploration, alpha, stopLoss);
    require("cap", cap, cap > 0 && cap <= 1e6, "above 0, to 1e6 sales");
    require("minimum", minimumExposure, minimumExposure >= 0, "0 persons or more");
    require("traffic", traffic, traffic > 0 && traffic <= 1e9, "above 0, to 1e9 persons a day");
    require(
        "conversion",
        conversion,
        conversion > 0 && conversion < 1,
        "between 0 and 1, both excluded, such as 0.05 for one in twenty");
    require("effect", effect, effect > 0 && effect <= 100, "above 0, to 100; 0.25 is a quarter");
    if (window.isNegative() || window.compareTo(Duration.ofDays(3_650)) > 0) {
      throw new IllegalArgumentException(
          "window (%s) must be from 0 to 3650 days.".formatted(window));
    }
  }

  private static void requireShares(double exploration, double alpha, double stopLoss) {
    require(
        "exploration",
        exploration,
        exploration >= 0 && exploration <= 1,
        "from 0 to 1, such as 0.1");
    require("alpha", alpha, alpha > 0 && alpha < 1, "between 0 and 1, both excluded, such as 0.05");
    require("stop-loss", stopLoss, stopLoss >= 0 && stopLoss <= 1, "from 0 to 1, such as 0.1");
  }

  private static void require(String name, double value, boolean holds, String must) {
    if (!holds) {
      throw new IllegalArgumentException("%s (%s) must be %s.".formatted(name, value, must));
    }
  }

  /** As the store keeps it. */
  public String text() {
    return ("control=%d fee=%s exploration=%s alpha=%s stop_loss=%s minimum=%d cap=%s renewals=%s"
            + " window=%s budget=%s traffic=%s conversion=%s effect=%s")
        .formatted(
            control,
            fee,
            exploration,
            alpha,
            stopLoss,
            minimumExposure,
            cap,
            renewals,
            window,
            budget,
            traffic,
            conversion,
            effect);
  }

  /** From what the store keeps. */
  public static ExperimentSettings of(String text) {
    Map<String, String> values = new TreeMap<>();
    for (String word : text.split(" ")) {
      int at = word.indexOf('=');
      values.put(word.substring(0, at).toLowerCase(Locale.ROOT), word.substring(at + 1));
    }
    return new ExperimentSettings(
        Integer.parseInt(values.getOrDefault("control", "0")),
        number(values, "fee"),
        number(values, "exploration"),
        number(values, "alpha"),
        number(values, "stop_loss"),
        Integer.parseInt(values.getOrDefault("minimum", "0")),
        number(values, "cap"),
        number(values, "renewals"),
        Duration.parse(values.getOrDefault("window", "PT0S")),
        number(values, "budget"),
        number(values, "traffic"),
        number(values, "conversion"),
        number(values, "effect"));
  }

  private static double number(Map<String, String> values, String name) {
    return Double.parseDouble(values.getOrDefault(name, "NaN"));
  }
}
