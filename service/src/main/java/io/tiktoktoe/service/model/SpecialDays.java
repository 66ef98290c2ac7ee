package io.tiktoktoe.service.model;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.calendar.Holidays;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Days that are known to be special.
 *
 * @param countries ISO 3166 codes of the countries whose public holidays count, such as DE
 * @param events other days, past and planned
 * @param campaigns stretches that grow to an end of their own, past, running and planned
 */
public record SpecialDays(
    List<String> countries, List<CalendarEvent> events, List<Campaign> campaigns) {

  /** No day is special. */
  public static final SpecialDays NONE = new SpecialDays(List.of(), List.of());

  /** Days after the newest step up to which holidays are looked up: the furthest horizon. */
  private static final int YEARS_AHEAD = 30;

  /** Longest campaign. */
  private static final int MOST_DAYS = 366;

  public SpecialDays {
    countries = List.copyOf(countries);
    events = List.copyOf(events);
    campaigns = List.copyOf(campaigns);
    campaigns.forEach(SpecialDays::check);
  }

  /** Without campaigns. */
  public SpecialDays(List<String> countries, List<CalendarEvent> events) {
    this(countries, events, List.of());
  }

  private static void check(Campaign campaign) {
    long days = Duration.between(campaign.start(), campaign.end()).toDays();
    if (days > MOST_DAYS) {
      throw new ServiceException.BadRequest(
          "campaign",
          "campaign %s lasts %s days, at most %s are possible. Name its own start and end.",
          campaign.kind(),
          Long.toString(days),
          Integer.toString(MOST_DAYS));
    }
  }

  /** Whether any day may be special. */
  public boolean given() {
    return !countries.isEmpty() || !events.isEmpty() || !campaigns.isEmpty();
  }

  /** The same with these campaigns too. */
  public SpecialDays withCampaigns(List<Campaign> more) {
    List<Campaign> all = new ArrayList<>(campaigns);
    all.addAll(more);
    return new SpecialDays(countries, events, all);
  }

  /** The same with campaigns that a store knows; where one overlaps one of its name here, this. */
  public SpecialDays and(List<Campaign> known) {
    return withCampaigns(
        known.stream().filter(one -> campaigns.stream().noneMatch(one::overlaps)).toList());
  }

  /**
   * The campaigns, for histories that can have them.
   *
   * @throws ServiceException.UnusableInput if there are campaigns and a history is neither hourly
   *     nor daily
   */
  public List<Campaign> campaignsOf(List<HistoricalMetrics> histories) {
    for (HistoricalMetrics history : histories) {
      Granularity steps = history.granularity();
      if (!campaigns.isEmpty() && steps != Granularity.HOUR && steps != Granularity.DAY) {
        throw new ServiceException.UnusableInput(
            "series %s has a value a %s; campaigns need one a day or an hour. Leave out campaign"
                + " %s, or give daily values.",
            history.series().getFirst().id(),
            steps.name().toLowerCase(Locale.ROOT),
            campaigns.getFirst().kind());
      }
    }
    return campaigns;
  }

  /** Holidays from {@code first} to {@code last}, and every event. */
  public List<CalendarEvent> between(LocalDate first, LocalDate last) {
    List<CalendarEvent> found = new ArrayList<>();
    for (String country : countries) {
      try {
        for (CalendarEvent event : Holidays.of(country.strip(), first, last)) {
          // Two countries' Christmas is one day.
          if (!found.contains(event)) {
            found.add(event);
          }
        }
      } catch (IllegalArgumentException e) {
        throw new ServiceException.BadRequest(
                "country", "{country}: %s", String.valueOf(e.getMessage()))
            .because(e);
      }
    }
    found.addAll(events);
    return found;
  }

  /** Special days that may touch these histories or their futures. */
  public List<CalendarEvent> touching(List<HistoricalMetrics> histories) {
    LocalDate first =
        histories.stream()
            .map(one -> one.start().toLocalDate())
            .min(LocalDate::compareTo)
            .orElse(LocalDate.EPOCH);
    LocalDate last =
        histories.stream()
            .map(one -> end(one).plusYears(YEARS_AHEAD))
            .max(LocalDate::compareTo)
            .orElse(LocalDate.EPOCH);
    return between(first, last);
  }

  private static LocalDate end(HistoricalMetrics history) {
    LocalDate start = history.start().toLocalDate();
    return switch (history.granularity()) {
      case HOUR -> start.plusDays(history.length() / 24);
      case DAY -> start.plusDays(history.length());
      case WEEK -> start.plusWeeks(history.length());
      case MONTH -> start.plusMonths(history.length());
    };
  }

  /**
   * Kinds of events and campaigns that are planned from {@code end} on, never were before it and
   * have no goal: what they bring is unknown, and they are left out.
   */
  public List<String> unknown(LocalDate end) {
    List<String> unknown = new ArrayList<>();
    for (String kind : events.stream().map(CalendarEvent::kind).distinct().toList()) {
      if (events.stream()
          .filter(one -> one.kind().equals(kind))
          .noneMatch(one -> one.day().isBefore(end))) {
        unknown.add(kind);
      }
    }
    for (String kind : campaigns.stream().map(Campaign::kind).distinct().toList()) {
      if (campaigns.stream()
          .filter(one -> one.kind().equals(kind))
          .noneMatch(one -> one.goal().isPresent() || one.start().isBefore(end.atStartOfDay()))) {
        unknown.add(kind);
      }
    }
    return unknown;
  }
}
