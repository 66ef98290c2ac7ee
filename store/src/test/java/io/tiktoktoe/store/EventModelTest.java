package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.Assignment;
import io.tiktoktoe.event.CampaignPlan;
import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Decision;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.event.SubscriptionTerm;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms of subscriptions, costs, observed prices, decisions and linked identities. */
class EventModelTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant TIME = Instant.parse("2026-02-06T12:00:00Z");
  private static final CreatorProfile KIT =
      new CreatorProfile("kit", ZoneOffset.UTC, Money.currency("USD"));
  private static final DateRange ALL =
      new DateRange(Instant.parse("2026-01-01T00:00:00Z"), NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  private static Context context(String id, @Nullable String fan, @Nullable String product) {
    return new Context(id, "shop", TIME, "kit", fan, null, product, Demographics.UNKNOWN, Map.of());
  }

  private static Payment usd(String amount) {
    return Payment.of(Money.parse(amount, Money.currency("USD")));
  }

  private static List<Event> events() {
    SubscriptionTerm monthly =
        SubscriptionTerm.every(Period.ofMonths(1)).until(Instant.parse("2026-03-06T12:00:00Z"));
    return List.of(
        new Event.SubscriptionStarted(
            context("s1", "f1", "basic"), usd("0"), false, monthly.asTrial()),
        new Event.SubscriptionRenewed(context("s2", "f1", "studio"), usd("20"), monthly),
        new Event.Cost(context("c1", null, null), usd("4.50")),
        new Event.PriceExposure(
            context("e1", "f1", "cap"),
            usd("15").gross(),
            true,
            new Assignment("spring", "high", 0.25)),
        new Event.PriceObserved(context("o1", null, "cap"), usd("14").gross(), "caps-r-us"),
        new Event.DecisionTaken(
            context("d1", null, "cap"),
            Decision.of("none")
                .advised("raise to 16")
                .by("creator")
                .forSegment("new fans")
                .expecting(-12.5, "net USD a month")),
        new Event.IdentityLink(
            context("i1", "f1", null), "ana@twitch", "twitch", EventType.IDENTITY_LINKED),
        new Event.IdentityLink(context("i2", "f1", null), "ana", null, EventType.IDENTITY_UNLINKED),
        new Event.CampaignPlanned(
            context("m1", null, null),
            new CampaignPlan(
                "marathon",
                Instant.parse("2026-03-01T12:00:00Z"),
                Instant.parse("2026-03-08T12:00:00Z"),
                usd("500").gross())));
  }

  private Store store(String name, Reading reading) {
    return Store.open(folder.resolve(name), StoreOptions.defaults().withReadable(reading.files()));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static IngestReport ingest(Store store, Reading reading) {
    return store.events().ingest(reading.relation(), IngestOptions.of("b", NOW));
  }

  private static List<String> texts(Store store, String sql) {
    return store.engine().rows(Sql.of("SELECT t FROM (" + sql + ")"), row -> row.required("t"));
  }

  private static final String SAID =
      """
      SELECT concat_ws('|', type, fan, product, "interval", strftime(paid_until, '%Y-%m-%d'),
        trial::VARCHAR, other_fan, amount_minor::VARCHAR, attributes) AS t
      FROM current_events ORDER BY time, type, t
      """;

  @Test
  void newKindsAndFieldsAreTheSameThroughEveryWayInAndOut() throws IOException {
    List<String> said;
    try (Store store = Sample.open(folder)) {
      IngestReport first = store.events().append(events(), IngestOptions.of("objects", NOW));
      assertThat(first.accepted()).as(first.toString()).isEqualTo(events().size());
      said = texts(store, SAID);
      EventLogTest.healthy(store);
      store.exporter().export("current_events", folder.resolve("out.parquet"));
      store.exporter().export("current_events", folder.resolve("out.ndjson"));
    }
    assertThat(said)
        .contains(
            "subscription.started|f1|basic|P1M|2026-03-06|true|0",
            "subscription.renewed|f1|studio|P1M|2026-03-06|2000",
            "cost|450",
            "campaign.planned|50000|{\"campaign\":\"marathon\",\"ends\":\"2026-03-08T12:00:00Z\","
                + "\"starts\":\"2026-03-01T12:00:00Z\"}",
            "identity.unlinked|f1|ana",
            "identity.linked|f1|ana@twitch|{\"other_source\":\"twitch\"}")
        .anyMatch(text -> text.contains("\"experiment\":\"spring\",\"propensity\":\"0.25\""))
        .anyMatch(text -> text.contains("\"competitor\":\"caps-r-us\""))
        .anyMatch(text -> text.contains("\"expected\":\"-12.5\",\"measure\":\"net USD a month\""));
    for (String ending : List.of("ndjson", "csv", "parquet")) {
      Path file = folder.resolve("events." + ending);
      try (EventFiles writer = EventFiles.create(file)) {
        events().forEach(writer);
        writer.finish();
      }
      try (Reading reading = Connectors.open(file, ReadOptions.defaults());
          Store store = store("test.duckdb", reading)) {
        IngestReport again = ingest(store, reading);
        assertThat(again.duplicates()).as(ending + again).isEqualTo(events().size());
      }
      try (Reading reading = Connectors.open(file, ReadOptions.defaults());
          Store store = store(ending + ".duckdb", reading)) {
        ingest(store, reading);
        assertThat(texts(store, SAID)).as(ending).isEqualTo(said);
      }
    }
    try (Reading reading = Connectors.open(folder.resolve("out.parquet"), ReadOptions.defaults());
        Store store = store("again.duckdb", reading)) {
      IngestReport again = ingest(store, reading);
      assertThat(again.rejected()).as(again.toString()).isZero();
      assertThat(
              texts(
                  store,
                  "SELECT concat_ws('|', \"interval\", paid_until::VARCHAR, trial::VARCHAR,"
                      + " other_fan) AS t FROM current_events ORDER BY t"))
          .contains("P1M|2026-03-06 12:00:00|true", "ana@twitch");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "subscription.renewed|\"interval\":\"monthly\"|interval|monthly|Write it like P1M",
        "subscription.renewed|\"interval\":\"P0D\"|interval|P0D|Write it like P1M",
        "subscription.renewed|\"paid_until\":\"2026-03-01\"|paid_until|2026-03-01|Write it like",
        "subscription.started|\"trial\":\"maybe\"|trial|maybe|true or false",
        "tip|\"interval\":\"P1M\"|type|tip|subscription.started",
        "cost|\"fee\":\"1\"|fee|1|Add them to its amount",
        "price.observed|\"x\":1|product||product is missing",
        "decision.taken|\"advised\":\"x\"|chosen||or none",
        "decision.taken|\"chosen\":\"x\",\"expected\":\"much\"|expected|much|not a number",
        "campaign.planned|\"starts\":\"2026-03-01\",\"ends\":\"2026-03-07\"|campaign||Name it",
        "campaign.planned|\"campaign\":\"x\",\"starts\":\"soon\",\"ends\":\"2026-03-07\"|ends|soon 2026-03-07|Write"
            + " both",
        "campaign.planned|\"campaign\":\"x\",\"starts\":\"2026-03-07\",\"ends\":\"2026-03-06\"|ends|2026-03-07 2026-03-06|come"
            + " after",
        "campaign.planned|\"campaign\":\"x\",\"starts\":\"2025-03-01\",\"ends\":\"2026-03-03\"|ends|2025-03-01 2026-03-03|within"
            + " 366",
        "identity.linked|\"fan\":\"a\"|other_fan||needs both ids",
        "tip|\"other_fan\":\"a\"|other_fan|[hidden]|identity.linked",
        "price.exposure|\"propensity\":1.5|propensity|1.5|at most 1",
        "subscription.start|\"x\":1|type|subscription.start|maybe subscription.started",
        "tips|\"x\":1|type|tips|maybe tip",
        "zzz|\"x\":1|type|zzz|documented types, such as"
      })
  void whatIsWrongIsToldWithFieldValueAndRemedy(
      String type, String fields, String field, @Nullable String value, String remedy)
      throws IOException {
    Path file =
        file(
            "e.ndjson",
            "{\"id\":\"1\",\"source\":\"s\",\"time\":\"2026-02-01T00:00:00Z\",\"creator\":\"kit\","
                + "\"amount\":\"5\",\"currency\":\"USD\",\"type\":\""
                + type
                + "\","
                + fields
                + "}\n");
    try (Reading reading = Connectors.open(file, ReadOptions.defaults());
        Store store = store("test.duckdb", reading)) {
      assertThat(ingest(store, reading).rejected()).isEqualTo(1);
      assertThat(texts(store, "SELECT field || '|' || value || '|' || reason AS t FROM rejects"))
          .singleElement()
          .asString()
          .startsWith(field + "|" + (value == null ? "" : value) + "|")
          .contains(remedy);
    }
  }

  @Test
  void aCostLowersNetUnderItsOwnNameAndIsNoRefund() {
    try (Store store = Sample.open(folder)) {
      store
          .events()
          .append(
              List.of(
                  new Event.Tip(context("t", "f1", null), usd("10")),
                  new Event.Cost(context("c", null, null), usd("3"))),
              IngestOptions.of("objects", NOW));
      RevenueCell cell =
          store.revenue().income(KIT, ALL).streams().get(Stream.TIPS.ordinal()).getFirst();
      assertThat(cell.gross()).isEqualTo(1000);
      assertThat(cell.costs()).isEqualTo(300);
      assertThat(cell.refunds()).isZero();
      assertThat(cell.count()).isEqualTo(1);
      assertThat(cell.net()).isEqualTo(700);
      assertThat(store.revenue().collect(KIT, ALL).products())
          .allSatisfy(sold -> assertThat(sold.reversals()).isZero());
      assertThat(texts(store, "SELECT net::VARCHAR AS t FROM revenue_15min WHERE costs > 0"))
          .containsExactly("-300");
      EventLogTest.healthy(store);
    }
  }

  /**
   * The store was made by the program of schema version 2 with {@code tiktoktoe ingest} of 19
   * native events, one of them of the type cost, which it rejected; then compressed with {@code
   * gzip -9}.
   */
  @Test
  void aStoreWrittenByAnOlderProgramIsBroughtUpToDate() throws IOException {
    Path file = folder.resolve("old.duckdb");
    try (InputStream packed =
            EventModelTest.class.getResourceAsStream("/io/tiktoktoe/store/version-2.duckdb.gz");
        InputStream in = new GZIPInputStream(packed)) {
      Files.copy(in, file);
    }
    try (Store store = Store.open(file, StoreOptions.defaults())) {
      EventLogTest.healthy(store);
      assertThat(texts(store, "SELECT count(*)::VARCHAR AS t FROM events")).containsExactly("18");
      assertThat(net(store)).isEqualTo(6_430);
      IngestReport replayed =
          store
              .events()
              .replayRejects(
                  texts(store, "SELECT batch AS t FROM rejects").getFirst(),
                  IngestOptions.of("replay", NOW));
      assertThat(replayed.accepted()).as(replayed.toString()).isEqualTo(1);
      assertThat(net(store)).isEqualTo(6_030);
      assertThat(store.events().append(events(), IngestOptions.of("new", NOW)).rejected()).isZero();
      EventLogTest.healthy(store);
    }
  }

  private static long net(Store store) {
    DateRange range = new DateRange(ALL.from(), Instant.parse("2026-02-07T00:00:00Z"), ALL.zone());
    return store.revenue().income(KIT, range).streams().stream()
        .flatMap(List::stream)
        .mapToLong(RevenueCell::net)
        .sum();
  }
}
