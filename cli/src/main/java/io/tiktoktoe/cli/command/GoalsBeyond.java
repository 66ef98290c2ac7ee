package io.tiktoktoe.cli.command;

import static java.time.temporal.ChronoUnit.DAYS;

import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.service.SeriesService;
import io.tiktoktoe.service.model.SpecialDays;
import io.tiktoktoe.table.SeriesTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Goals that fall due after the forecast horizon: nothing can be said of them. */
final class GoalsBeyond {

  private GoalsBeyond() {}

  /** How many steps a campaign goes on after the newest of the series. */
  static int steps(SeriesTable table, Campaign campaign) {
    return SeriesService.stepsOfCampaigns(
        table.series(), SpecialDays.NONE.withCampaigns(List.of(campaign)));
  }

  /** A sentence for each of a creator, whose days are forecast from a first one on. */
  static List<String> notes(List<Campaign> campaigns, int horizon, LocalDate first) {
    return notes(
        campaigns,
        horizon,
        one -> (int) first.until(one.end().minusNanos(1).toLocalDate(), DAYS) + 1);
  }

  /**
   * A sentence for each, and for each that still runs or comes and whose goal cannot be told in the
   * unit of the series.
   *
   * @param horizon steps that are forecast
   * @param left how many steps a campaign goes on after the newest one
   */
  static List<String> notes(List<Campaign> campaigns, int horizon, ToIntFunction<Campaign> left) {
    List<String> notes = new ArrayList<>();
    for (Campaign one : campaigns) {
      int steps = left.applyAsInt(one);
      if (!one.unknownGoal().isEmpty() && steps > 0) {
        notes.add(
            "the goal of campaign %s is not judged: %s".formatted(one.kind(), one.unknownGoal()));
      } else if (one.goal().isPresent() && steps > horizon) {
        notes.add(
            ("campaign %s ends after the %,d steps asked for: its goal of %,.0f falls due later"
                    + " and is not judged. Ask with --horizon %d.")
                .formatted(one.kind(), horizon, one.goal().getAsDouble(), steps));
      }
    }
    return notes;
  }
}
