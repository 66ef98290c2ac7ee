package io.tiktoktoe.benchmarks.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.content.ContentMetrics;
import io.tiktoktoe.content.ContentValueAssessor;
import io.tiktoktoe.content.insight.AttributionTotals;
import io.tiktoktoe.content.insight.ContentInsights;
import io.tiktoktoe.content.insight.ContentOptions;
import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Charity streams, each hour of a stream a content: tips that are attributed to segments add up to
 * what the streams took in, to the cent. Givers have no names, so that a tip belongs to the segment
 * during which it came; what is left is what the books hold beside.
 *
 * <p>Usage: {@code StreamSegments}.
 */
public final class StreamSegments {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final String CREATOR = "charity";

  private StreamSegments() {}

  /** Runs it and prints what was reached. */
  public static void main(String[] arguments) throws IOException {
    Optional<List<String[]>> rows =
        PublicLines.rows("streams/gdq_minute_viewers_chat_donations.csv.gz");
    if (rows.isEmpty()) {
      return;
    }
    List<Event> events = new ArrayList<>();
    long cents = 0;
    Map<String, BigDecimal> totals = new HashMap<>();
    for (String[] row : rows.get()) {
      cents += add(row, totals, events);
    }
    Path folder = Files.createTempDirectory("tiktoktoe-streams");
    try (Store store = Store.open(folder.resolve("store.duckdb"), StoreOptions.defaults())) {
      store.events().append(events, IngestOptions.of("streams", NOW));
      judge(store, cents);
    } finally {
      try (var files = Files.walk(folder)) {
        Path[] all = files.toArray(Path[]::new);
        Arrays.sort(all, Comparator.reverseOrder());
        for (Path path : all) {
          Files.delete(path);
        }
      }
    }
  }

  /** A minute's viewers and the rise of its running total; cents of the rise. */
  private static long add(String[] row, Map<String, BigDecimal> totals, List<Event> events) {
    Instant time = Instant.parse(row[1].replace(' ', 'T').replace("+00", "Z"));
    String segment = row[0] + " " + time.truncatedTo(ChronoUnit.HOURS);
    if (!row[2].isEmpty()) {
      long viewers = (long) Double.parseDouble(row[2]);
      events.add(
          Event.interaction(EventType.VIEW, new Behaviour(0, 0, false, viewers))
              .from("live", "v" + events.size())
              .at(time)
              .creator(CREATOR)
              .content(segment)
              .build());
    }
    if (row[7].isEmpty()) {
      return 0;
    }
    BigDecimal total = new BigDecimal(row[7]);
    BigDecimal rise = total.subtract(totals.getOrDefault(row[0], BigDecimal.ZERO));
    if (rise.signum() <= 0) {
      return 0;
    }
    totals.put(row[0], total);
    long minor = rise.movePointRight(2).longValue();
    events.add(
        Event.tip(Payment.of(Money.ofMinor(minor, "USD")))
            .from("live", "t" + events.size())
            .at(time)
            .creator(CREATOR)
            .content(segment)
            .attribute("content_type", "live")
            .build());
    return minor;
  }

  private static void judge(Store store, long cents) {
    CreatorProfile creator =
        new CreatorProfile(CREATOR, ZoneOffset.UTC, Currency.getInstance("USD"));
    LocalDate through = LocalDate.parse("2029-01-01");
    ContentValueAssessor assessor = ContentValueAssessor.of(ContentOptions.defaults());
    ContentMetrics metrics =
        assessor.metrics(creator, store.contents(source -> source.read(creator, through)));
    ContentInsights insights = assessor.rank(creator, through, metrics, Optional.empty(), 100_000);
    AttributionTotals totals = insights.totals();
    long segments =
        insights.valuations().stream().mapToLong(one -> one.worth().directTotal()).sum();
    System.out.printf(
        Locale.ROOT,
        "%,d segments: tips of the file %,d cents, of the books %,d, attributed %,d, unattributed"
            + " %,d: %s%n",
        insights.contents(),
        cents,
        totals.ledger().getOrDefault(Stream.TIPS, 0L),
        segments,
        totals.unattributed().getOrDefault(Stream.TIPS, 0L),
        cents == segments ? "equal to the cent" : "they differ");
  }
}
