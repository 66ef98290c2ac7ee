package io.tiktoktoe.benchmarks.store;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.work.Progress;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole bookkeeping against a recomputation from raw deliveries by independent code ({@link
 * RawBooks}): gross, fees, tax, refunds, chargebacks, costs, net and sales by stream, state, hour,
 * place, group and person; and the movements of subscriptions against the simulator's truth.
 *
 * <p>Usage: {@code BookTruth [CREATORS [MONTHS [FOLDER]]]}; 60 creators over 12 months.
 */
public final class BookTruth {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 20);
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final JsonMapper JSON = new JsonMapper();
  private static final int SHOWN = 10;

  private final Path folder;
  private final List<TruthRecord.Movement> truth = new ArrayList<>();
  private final Map<String, ZoneId> zones = new HashMap<>();

  private BookTruth(Path folder) {
    this.folder = folder;
  }

  /** Runs it, prints what differs and fails when anything does. */
  public static void main(String[] arguments) throws Exception {
    int creators = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    int months = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 12;
    Path folder =
        arguments.length > 2
            ? Files.createDirectories(Path.of(arguments[2]).toAbsolutePath())
            : Files.createTempDirectory("book-truth");
    BookTruth run = new BookTruth(folder);
    run.deliver(
        EconomyOptions.defaults()
            .withCreators(creators)
            .withMonths(months)
            .withDelivery(0.1, 0.1, 0.1));
    long differences = run.books() + run.movements();
    System.out.printf(Locale.ROOT, "%,d differences%n", differences);
    if (differences > 0) {
      throw new IllegalStateException("The books are wrong.");
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void deliver(EconomyOptions economy) throws IOException {
    try (EventFiles events = EventFiles.create(file("events.ndjson"));
        BufferedWriter early = Files.newBufferedWriter(file("early.ndjson"));
        BufferedWriter late = Files.newBufferedWriter(file("late.ndjson"))) {
      FurtherLines further = new FurtherLines(new SplittableRandom(economy.seed()), early, late);
      CreatorEconomy.of(economy)
          .run(
              event -> {
                events.accept(event);
                try {
                  further.beside(event);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              record -> {
                if (record instanceof TruthRecord.Movement movement) {
                  truth.add(movement);
                } else if (record instanceof TruthRecord.Creator creator) {
                  zones.put(creator.creator(), creator.zone());
                }
              },
              Progress.SILENT);
      events.finish();
    }
  }

  private long books() throws Exception {
    RawBooks raw = new RawBooks();
    try (Store store = open("books.duckdb")) {
      for (String delivered : List.of("early.ndjson", "events.ndjson", "late.ndjson")) {
        raw.read(file(delivered));
        ingest(store, file(delivered));
      }
      raw.close();
      System.out.printf(Locale.ROOT, "%,d events that moved money%n", raw.size());
      return compare("cells", raw.cells(), exported(store, "revenue_15min", BookTruth::cell))
          + compare("persons", raw.persons(), exported(store, "current_events", BookTruth::person));
    }
  }

  private Store open(String name) throws IOException {
    IngestSpeed.delete(file(name));
    return Store.open(
        file(name),
        StoreOptions.defaults()
            .withReadable(List.of(folder, Path.of(System.getProperty("java.io.tmpdir"))))
            .withWritable(List.of(folder)));
  }

  private static void ingest(Store store, Path file) throws Exception {
    try (Reading reading = Connectors.open(file, ReadOptions.defaults())) {
      System.out.println(
          store.events().ingest(reading.relation(), IngestOptions.of(file.toString(), NOW)));
    }
  }

  private Map<String, long[]> exported(
      Store store, String view, BiConsumer<JsonNode, Map<String, long[]>> add) throws IOException {
    Path out = file(view + ".ndjson");
    Files.deleteIfExists(out);
    store.exporter().export(view, out);
    Map<String, long[]> sums = new TreeMap<>();
    try (BufferedReader lines = Files.newBufferedReader(out)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add.accept(JSON.readTree(line), sums);
      }
    }
    return sums;
  }

  private static String text(JsonNode row, String field) {
    return RawBooks.text(row, field);
  }

  private static long number(JsonNode row, String field) {
    String text = text(row, field);
    return text.isEmpty() ? 0 : new BigDecimal(text).longValueExact();
  }

  private static void cell(JsonNode row, Map<String, long[]> sums) {
    String bucket = text(row, "bucket").replace(' ', 'T').replaceAll("(Z|\\+00(:00)?)?$", "Z");
    String key =
        RawBooks.key(
            text(row, "creator"),
            text(row, "stream"),
            text(row, "state"),
            Instant.parse(bucket).truncatedTo(ChronoUnit.HOURS).toString(),
            text(row, "source"),
            text(row, "country"),
            text(row, "age_band"),
            text(row, "gender"),
            text(row, "device"),
            text(row, "currency"));
    long[] sum = sums.computeIfAbsent(key, absent -> new long[RawBooks.SUMS]);
    String[] parts = {"gross", "fee", "tax", "refunds", "chargebacks", "costs"};
    long net = 2 * number(row, "gross");
    for (int at = 0; at < parts.length; at++) {
      sum[at] += number(row, parts[at]);
      net -= number(row, parts[at]);
    }
    sum[parts.length] += number(row, "sales");
    if (net != number(row, "net")) {
      throw new IllegalStateException("net of " + row + " is not what its parts make.");
    }
  }

  private static void person(JsonNode row, Map<String, long[]> sums) {
    if (!text(row, "state").isEmpty()) {
      RawBooks.book(
          sums.computeIfAbsent(
              RawBooks.key(text(row, "creator"), text(row, "fan"), text(row, "currency")),
              absent -> new long[RawBooks.SUMS]),
          text(row, "type"),
          text(row, "won").equals("true") ? -1 : 1,
          new long[] {
            number(row, "amount_minor"),
            number(row, "fee_minor") + number(row, "undone_fee_minor"),
            number(row, "tax_minor") + number(row, "undone_tax_minor")
          });
    }
  }

  private static long compare(String what, Map<String, long[]> told, Map<String, long[]> kept) {
    Set<String> keys = new HashSet<>(told.keySet());
    keys.addAll(kept.keySet());
    long[] nothing = new long[RawBooks.SUMS];
    long differences = 0;
    for (String key : keys) {
      long[] one = told.getOrDefault(key, nothing);
      long[] other = kept.getOrDefault(key, nothing);
      if (!Arrays.equals(one, other) && differences++ < SHOWN) {
        System.out.println(key + ": " + Arrays.toString(one) + ' ' + Arrays.toString(other));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %,d values, %,d keys that differ%n",
        what,
        (long) keys.size() * RawBooks.SUMS,
        differences);
    return differences;
  }

  /**
   * Of subscriptions that ran before the simulation the truth tells no beginning: fans with such a
   * one are left out. It calls new who takes an offer, also when they had subscribed before: new
   * and reactivated are compared together. A price that rises on the day of an upgrade is one
   * payment, and so one change: the truth's causes of a fan's day are added up. Who cancels and
   * begins anew within a day changes the plan at most.
   */
  private long movements() throws Exception {
    Map<String, Kind> first = new HashMap<>();
    truth.forEach(one -> first.putIfAbsent(RawBooks.key(one.creator(), one.fan()), one.kind()));
    first.values().removeIf(kind -> kind != Kind.NEW);
    first.keySet().removeAll(earlier());
    subscriptionsOf(first.keySet());
    Map<String, CreatorProfile> profiles = new TreeMap<>();
    Map<String, long[]> told = told(first.keySet(), profiles);
    Map<String, long[]> found = new TreeMap<>();
    try (Store store = open("movements.duckdb")) {
      ingest(store, file("subscriptions.ndjson"));
      DateRange all = DateRange.ofDays(FIRST, LAST, UTC);
      for (CreatorProfile profile : profiles.values()) {
        for (SubscriptionMovement one : store.revenue().collect(profile, all).movements()) {
          // The truth does not tell when a fan begins to pay for what was a gift.
          if (one.kind() != Kind.CONVERSION) {
            add(found, profile.creator(), one.kind(), one.subscriptions(), one.monthlyAmount());
          }
        }
      }
    }
    return compare("movements of subscriptions", told, found);
  }

  /** What the truth tells of these fans, by creator and kind. */
  private Map<String, long[]> told(Set<String> fans, Map<String, CreatorProfile> profiles)
      throws IOException {
    Map<String, long[]> told = new TreeMap<>();
    Map<List<Object>, Long> changes = new HashMap<>();
    new Restarts(zones).takeOut(truth, file("subscriptions.ndjson"), changes);
    for (TruthRecord.Movement one : truth) {
      if (fans.contains(RawBooks.key(one.creator(), one.fan()))) {
        profiles.putIfAbsent(one.creator(), new CreatorProfile(one.creator(), UTC, one.currency()));
        if (one.kind() == Kind.EXPANSION || one.kind() == Kind.CONTRACTION) {
          changes.merge(
              List.of(one.creator(), one.fan(), one.day()), one.monthly(), Math::addExact);
        } else {
          add(told, one.creator(), one.kind(), 1, one.monthly());
        }
      }
    }
    changes.forEach(
        (fan, monthly) -> {
          Kind kind = monthly > 0 ? Kind.EXPANSION : Kind.CONTRACTION;
          if (monthly != 0) {
            add(told, fan.getFirst().toString(), kind, 1, monthly);
          }
        });
    return told;
  }

  private static void add(
      Map<String, long[]> sums, String creator, Kind kind, long count, long monthly) {
    Kind merged = kind == Kind.REACTIVATION ? Kind.NEW : kind;
    long[] sum =
        sums.computeIfAbsent(
            RawBooks.key(creator, merged.name()), absent -> new long[RawBooks.SUMS]);
    sum[0] += count;
    sum[1] += monthly;
  }

  /** Fans who are first seen in the middle of a subscription. */
  private Set<String> earlier() throws IOException {
    Map<String, JsonNode> first = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file("events.ndjson"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains("\"subscription.")) {
          JsonNode event = JSON.readTree(line);
          first.merge(
              RawBooks.key(text(event, "creator"), text(event, "fan")),
              event,
              (a, b) -> time(b).isBefore(time(a)) ? b : a);
        }
      }
    }
    first.values().removeIf(event -> text(event, "type").equals("subscription.started"));
    return first.keySet();
  }

  private static Instant time(JsonNode event) {
    return Instant.parse(text(event, "time"));
  }

  private void subscriptionsOf(Set<String> fans) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file("events.ndjson"));
        BufferedWriter writer = Files.newBufferedWriter(file("subscriptions.ndjson"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains("\"subscription.")) {
          JsonNode event = JSON.readTree(line);
          if (fans.contains(RawBooks.key(text(event, "creator"), text(event, "fan")))) {
            writer.write(line);
            writer.newLine();
          }
        }
      }
    }
  }
}
