package io.tiktoktoe.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.store.EventLogTest;
import io.tiktoktoe.store.Sample;
import io.tiktoktoe.store.Store;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

  private static final CreatorProfile ALICE =
      new CreatorProfile("alice", ZoneId.of("UTC"), Money.currency("USD"));
  private static final DateRange WEEK =
      DateRange.ofDays(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 11), ZoneId.of("UTC"));

  /** The week with the one it is compared with. */
  private static final DateRange LOOKED_AT =
      new DateRange(WEEK.previous().from(), WEEK.to(), WEEK.zone());

  private static final Instant NOW = WEEK.to();
  private static final int REPORTS = 200;
  private static final int READERS = 2;

  @TempDir Path folder;

  /**
   * Every batch adds one sale to each stream: a report made of two commits would have streams,
   * fans, products, subscriptions or ends that do not fit each other. Each must equal one made
   * while nobody wrote. A batch is begun after every few reports, while the next ones are made.
   */
  @Test
  void reportMadeWhileBatchesCommitIsOfOneCommit() throws Exception {
    Map<Instant, RevenueInputs> calm = new ConcurrentHashMap<>();
    List<RevenueInputs> read = new ArrayList<>();
    AtomicBoolean done = new AtomicBoolean();
    Semaphore due = new Semaphore(0);
    try (Store store = Sample.open(folder);
        ExecutorService threads = Executors.newFixedThreadPool(READERS + 1)) {
      commit(store, 0, calm);
      Future<?> writer = threads.submit(() -> write(store, calm, due, done));
      List<Future<List<RevenueInputs>>> readers = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        readers.add(threads.submit(() -> reports(store, due)));
      }
      try {
        for (Future<List<RevenueInputs>> reader : readers) {
          read.addAll(reader.get());
        }
      } finally {
        done.set(true);
        due.release();
      }
      writer.get();
    }
    assertThat(read).hasSize(REPORTS);
    assertThat(read.stream().filter(one -> !one.equals(calm.get(through(one)))).findFirst())
        .as("a report of no commit")
        .isEmpty();
    assertThat(read.stream().map(SnapshotTest::through).distinct().count()).isGreaterThan(3);
  }

  private static Integer write(
      Store store, Map<Instant, RevenueInputs> calm, Semaphore due, AtomicBoolean done)
      throws InterruptedException {
    int batch = 0;
    due.acquire();
    while (!done.get()) {
      batch++;
      commit(store, batch, calm);
      due.acquire();
    }
    return batch;
  }

  private static Instant through(RevenueInputs inputs) {
    return inputs.income().dataThrough();
  }

  private static void commit(Store store, int batch, Map<Instant, RevenueInputs> calm) {
    EventLogTest.ingest(store, batch(batch));
    RevenueInputs inputs = store.revenue().collect(ALICE, LOOKED_AT);
    for (Stream stream : Stream.values()) {
      List<RevenueCell> cells = inputs.income().streams().get(stream.ordinal());
      assertThat(cells.stream().mapToLong(RevenueCell::gross).sum()).isEqualTo(100 * (batch + 1));
    }
    assertThat(inputs.products().getFirst().gross()).isEqualTo(100 * (batch + 1));
    assertThat(inputs.movements()).isNotEmpty();
    calm.put(through(inputs), inputs);
  }

  /** The inputs of one reader's reports; every tenth is analysed too. */
  private static List<RevenueInputs> reports(Store store, Semaphore due) {
    List<RevenueInputs> read = new ArrayList<>();
    while (read.size() < REPORTS / READERS) {
      if (read.size() % 10 == 9) {
        store.snapshot(
            source -> {
              read.add(source.collect(ALICE, LOOKED_AT));
              consistent(
                  RevenueAnalytics.of(source)
                      .analyzeRevenueStreams(ALICE, WEEK, RevenueContext.at(NOW, 1)));
              return true;
            });
      } else {
        read.add(store.revenue().collect(ALICE, LOOKED_AT));
      }
      if (read.size() % 4 == 0) {
        due.release();
      }
    }
    return read;
  }

  private static void consistent(RevenueInsights insights) {
    long tips = insights.bridge().of(Stream.TIPS).gross();
    for (Stream stream : Stream.values()) {
      assertThat(insights.bridge().of(stream).gross()).isEqualTo(tips);
    }
    assertThat(insights.subscriptions().endAmount()).isEqualTo(tips);
  }

  /** One sale of 1.00 in each stream, a second later than the batch before. */
  private static Sample batch(int batch) {
    String time =
        LocalDateTime.of(2026, 1, 8, 9, 0).plusSeconds(batch).toString().replace('T', ' ');
    time = time.length() == 16 ? time + ":00" : time;
    Sample sample = new Sample();
    sample.tip("tip" + batch, time, "alice", "1.00");
    sale(sample, "sub" + batch, time, "subscription.started");
    sale(sample, "ad" + batch, time, "ad.revenue");
    sale(sample, "order" + batch, time, "merch.order");
    return sample;
  }

  private static void sale(Sample sample, String id, String time, String type) {
    sample.row(
        "id",
        id,
        "source",
        "twitch",
        "time",
        time,
        "type",
        type,
        "creator",
        "alice",
        "fan",
        "fan" + id,
        "product",
        "mug",
        "quantity",
        "1",
        "amount_text",
        "1.00",
        "currency",
        "USD");
  }

  @Test
  void oneSnapshotSeesNothingOfWhatIsWrittenMeanwhile() throws Exception {
    try (Store store = Sample.open(folder);
        ExecutorService threads = Executors.newFixedThreadPool(1)) {
      EventLogTest.ingest(store, batch(0));
      List<RevenueInputs> both =
          store.snapshot(
              source -> {
                RevenueInputs before = source.collect(ALICE, WEEK);
                wait(threads.submit(() -> EventLogTest.ingest(store, batch(1))));
                return List.of(before, source.collect(ALICE, WEEK));
              });
      assertThat(both.getLast()).isEqualTo(both.getFirst());
      assertThat(store.revenue().collect(ALICE, WEEK)).isNotEqualTo(both.getFirst());
    }
  }

  @Test
  void ratesAreThoseOfTheSnapshotToo() {
    CreatorProfile inEuro = new CreatorProfile("alice", ZoneId.of("UTC"), Money.currency("EUR"));
    try (Store store = Sample.open(folder)) {
      EventLogTest.ingest(store, batch(0));
      store.settings().addRates(List.of(rate("0.5")));
      assertThat(tips(store.revenue(), inEuro)).isEqualTo(50);
      List<Long> both =
          store.snapshot(
              source -> {
                long before = tips(source, inEuro);
                store.settings().addRates(List.of(rate("0.9")));
                assertThat(tips(store.revenue(), inEuro)).isEqualTo(90);
                return List.of(before, tips(source, inEuro));
              });
      assertThat(both).containsExactly(50L, 50L);
      assertThat(tips(store.revenue(), inEuro)).isEqualTo(90);
    }
  }

  private static ExchangeRates.Rate rate(String euros) {
    return new ExchangeRates.Rate(
        LocalDate.of(2026, 1, 8),
        Money.currency("USD"),
        Money.currency("EUR"),
        new BigDecimal(euros));
  }

  private static long tips(RevenueSource source, CreatorProfile creator) {
    return source.income(creator, WEEK).streams().get(Stream.TIPS.ordinal()).stream()
        .mapToLong(RevenueCell::gross)
        .sum();
  }

  private static void wait(Future<?> written) {
    try {
      written.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
