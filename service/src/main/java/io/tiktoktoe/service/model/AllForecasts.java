package io.tiktoktoe.service.model;

import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.outlook.QuantileForecast;
import java.time.LocalDate;
import java.util.List;

/**
 * What comes next in the income of every creator, in each one's own currency, whole units a day.
 *
 * @param forecasts of the creators' totals under their names, in order
 * @param starts the local day of each one's first step
 * @param campaigns that were known of each, past, running and ahead
 * @param withoutIncome how many creators were left out for want of income
 * @param kept where they were kept
 */
public record AllForecasts(
    List<QuantileForecast> forecasts,
    List<LocalDate> starts,
    List<List<Campaign>> campaigns,
    int withoutIncome,
    Kept kept) {

  public AllForecasts {
    forecasts = List.copyOf(forecasts);
    starts = List.copyOf(starts);
    campaigns = List.copyOf(campaigns);
  }
}
