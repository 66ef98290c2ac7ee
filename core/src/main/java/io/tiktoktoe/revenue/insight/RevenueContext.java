package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.util.List;

/**
 * What an analysis is made under.
 *
 * @param now the present; nothing after it counts
 * @param seed of every random draw
 * @param calendar days that are known to be special, such as holidays and planned content
 * @param campaigns past, running and planned stretches that grow to an end of their own
 * @param learned what all creators taught about forecasting; {@link LearnedModel#NONE} for a
 *     creator alone
 * @param progress hears of progress and may cancel
 */
public record RevenueContext(
    Instant now,
    long seed,
    List<CalendarEvent> calendar,
    List<Campaign> campaigns,
    LearnedModel learned,
    Progress progress) {

  public RevenueContext {
    calendar = List.copyOf(calendar);
    campaigns = List.copyOf(campaigns);
  }

  /** At this time, without special days and other creators. */
  public static RevenueContext at(Instant now, long seed) {
    return new RevenueContext(now, seed, List.of(), List.of(), LearnedModel.NONE, Progress.SILENT);
  }

  /** The same with this calendar. */
  public RevenueContext withCalendar(List<CalendarEvent> newCalendar) {
    return new RevenueContext(now, seed, newCalendar, campaigns, learned, progress);
  }

  /** The same with these campaigns. */
  public RevenueContext withCampaigns(List<Campaign> newCampaigns) {
    return new RevenueContext(now, seed, calendar, newCampaigns, learned, progress);
  }

  /** The same with what all creators taught. */
  public RevenueContext withLearned(LearnedModel newLearned) {
    return new RevenueContext(now, seed, calendar, campaigns, newLearned, progress);
  }

  /** The same that reports here. */
  public RevenueContext withProgress(Progress newProgress) {
    return new RevenueContext(now, seed, calendar, campaigns, learned, newProgress);
  }
}
