package io.tiktoktoe.store.query;

import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.event.MissingRateException;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.ResultRow;
import io.tiktoktoe.store.model.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** What one snapshot holds of one creator's campaigns. */
record CampaignReading(Queries queries, long creator, Conversion to) {

  /** Length of a day without a time, such as 2026-01-31. */
  private static final int DAY = 10;

  List<Campaign> campaigns(ZoneId zone, Instant until) {
    List<Campaign> said =
        queries.rows(
            Sql.file("shared/metrics/campaigns", creator, StoreRevenueSource.utc(until)),
            row -> campaign(row, zone));
    List<Campaign> holding = new ArrayList<>();
    for (Campaign one : said.reversed()) {
      if (holding.stream().noneMatch(one::overlaps)) {
        holding.addFirst(one);
      }
    }
    return List.copyOf(holding);
  }

  private Campaign campaign(ResultRow row, ZoneId zone) {
    Map<String, String> told = AttributeText.parse(row.text("attributes"));
    String starts = told.getOrDefault("starts", "");
    String ends = told.getOrDefault("ends", "");
    String name = told.getOrDefault("campaign", "");
    LocalDateTime start = local(starts, zone);
    // A day without a time is part of the campaign.
    LocalDateTime end = local(ends, zone).plusDays(ends.length() == DAY ? 1 : 0);
    try {
      return new Campaign(name, start, end, goal(row));
    } catch (MissingRateException e) {
      return new Campaign(
          name, start, end, OptionalDouble.empty(), Objects.requireNonNull(e.getMessage()));
    }
  }

  private static LocalDateTime local(String text, ZoneId zone) {
    return text.length() == DAY
        ? LocalDate.parse(text).atStartOfDay()
        : OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime();
  }

  private OptionalDouble goal(ResultRow row) {
    if (row.isNull("amount") || row.number("amount") == 0) {
      return OptionalDouble.empty();
    }
    long minor = to.amount(row, "amount", "currency", "time");
    return OptionalDouble.of(
        Money.ofMinor(minor, to.target().getCurrencyCode()).toDecimal().doubleValue());
  }
}
