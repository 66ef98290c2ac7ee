package io.tiktoktoe.cli.command;

import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.service.SeriesService;
import io.tiktoktoe.service.model.SpecialDays;
import io.tiktoktoe.table.SeriesTable;
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

  /**
   * A sentence for each.
   *
   * @param horizon steps that are forecast
   * @param left how many steps a campaign goes on after the newest one
   */
  static List<String> notes(List<Campaign> campaigns, int horizon, ToIntFunction<Campaign> left) {
    return campaigns.stream()
        .filter(one -> one.goal().isPresent() && left.applyAsInt(one) > horizon)
        .map(
            one ->
                ("campaign %s ends after the %,d steps asked for: its goal of %,.0f falls due later"
                        + " and is not judged. Ask with --horizon %d.")
                    .formatted(one.kind(), horizon, one.goal().getAsDouble(), left.applyAsInt(one)))
        .toList();
  }
}
