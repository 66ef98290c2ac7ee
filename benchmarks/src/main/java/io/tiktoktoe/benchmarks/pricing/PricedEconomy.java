package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.Truth;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.Intervention;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A simulated economy in a store of its own, with what its fans would truly pay. */
final class PricedEconomy implements AutoCloseable {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final Path folder;
  private final Store store;
  private final CreatorEconomy economy;
  private final Truth truth;

  /** What those who were shown a product would pay, minor units, ascending. */
  private final Map<String, double[]> willing = new HashMap<>();

  private PricedEconomy(
      Path folder,
      Store store,
      CreatorEconomy economy,
      Truth truth,
      List<Event.PriceExposure> shown) {
    this.folder = folder;
    this.store = store;
    this.economy = economy;
    this.truth = truth;
    Map<String, String> sameFan = new HashMap<>();
    truth
        .all(WorldTruth.Identity.class)
        .forEach(one -> sameFan.put(one.creator() + one.otherFan(), one.fan()));
    Map<String, Double> all = new HashMap<>();
    for (WorldTruth.Willingness one : truth.all(WorldTruth.Willingness.class)) {
      all.put(one.product() + '\n' + one.fan(), one.minor());
    }
    Map<String, TreeSet<String>> persons = new HashMap<>();
    for (Event.PriceExposure one : shown) {
      String product = String.valueOf(one.context().product());
      String fan = String.valueOf(one.context().fan());
      String person = sameFan.getOrDefault(one.context().creator() + fan, fan);
      persons.computeIfAbsent(product, key -> new TreeSet<>()).add(product + '\n' + person);
    }
    persons.forEach(
        (product, keys) ->
            willing.put(
                product,
                keys.stream()
                    .filter(all::containsKey)
                    .mapToDouble(key -> all.getOrDefault(key, 0.0))
                    .sorted()
                    .toArray()));
  }

  /**
   * Lives it.
   *
   * @param decided day on which prices are decided: the truth is of those who saw one before
   */
  static PricedEconomy of(EconomyOptions options, LocalDate decided) throws IOException {
    Path folder = Files.createTempDirectory("tiktoktoe-pricing");
    Path file = folder.resolve("events.ndjson");
    CreatorEconomy economy = CreatorEconomy.of(options);
    Truth truth = new Truth();
    List<Event.PriceExposure> shown = new ArrayList<>();
    Instant end = decided.atStartOfDay(ZoneOffset.UTC).toInstant();
    try (EventFiles events = EventFiles.create(file)) {
      economy.run(
          event -> {
            events.accept(event);
            if (event instanceof Event.PriceExposure one && one.context().time().isBefore(end)) {
              shown.add(one);
            }
          },
          truth,
          Progress.SILENT);
      events.finish();
    }
    try (Reading reading = Connectors.open(file, ReadOptions.defaults())) {
      Store store =
          Store.open(
              folder.resolve("store.duckdb"),
              StoreOptions.defaults().withReadable(reading.files()));
      store.settings().addRates(economy.exchangeRates());
      store.events().ingest(reading.relation(), IngestOptions.of("events", NOW));
      return new PricedEconomy(folder, store, economy, truth, shown);
    }
  }

  Store store() {
    return store;
  }

  List<TruthRecord.Creator> creators() {
    return truth.all(TruthRecord.Creator.class);
  }

  List<TruthRecord.Product> products(String creator) {
    return truth.all(TruthRecord.Product.class).stream()
        .filter(one -> one.creator().equals(creator))
        .toList();
  }

  /** Share of those who were shown a product who would pay at least this, minor units. */
  double share(String product, double minor) {
    double[] all = willing.getOrDefault(product, new double[0]);
    int below = Arrays.binarySearch(all, minor);
    int first = below < 0 ? -below - 1 : below;
    return all.length == 0 ? 0 : (all.length - first) / (double) all.length;
  }

  int persons(String product) {
    return willing.getOrDefault(product, new double[0]).length;
  }

  /**
   * What orders and subscriptions that began from a day on bring one creator, renewals too, net of
   * fees and tax, minor units: who subscribed before keeps their price.
   */
  double net(String creator, LocalDate from, List<Intervention> changes) {
    CreatorEconomy changed = economy.restrictedTo(creator).withThreads(1);
    for (Intervention change : changes) {
      changed = changed.with(change);
    }
    Instant begin = from.atStartOfDay(ZoneOffset.UTC).toInstant();
    Set<String> begun = new HashSet<>();
    double[] net = new double[1];
    changed.run(
        event -> {
          if (event.context().time().isBefore(begin)) {
            return;
          }
          String who = event.context().fan() + "\n" + event.context().product();
          switch (event) {
            case Event.SubscriptionStarted one -> {
              begun.add(who);
              net[0] += net(one.payment());
            }
            case Event.SubscriptionRenewed one ->
                net[0] += begun.contains(who) ? net(one.payment()) : 0;
            case Event.MerchandiseOrder one -> net[0] += net(one.payment());
            default -> net[0] += 0;
          }
        },
        Progress.SILENT);
    return net[0];
  }

  private static double net(Payment payment) {
    return payment.gross().minorUnits() - payment.fee().minorUnits() - payment.tax().minorUnits();
  }

  @Override
  public void close() throws IOException {
    store.close();
    try (var files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
