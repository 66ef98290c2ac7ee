package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.work.Progress;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A creator economy whose truth is known. Events stream out in the order in which they would
 * arrive; memory holds the fans (about 60 bytes each), what is on its way (two days and the late
 * ones) and the creators' agendas, never all events. Equal options give equal events.
 */
public final class CreatorEconomy {

  private final EconomyOptions options;
  private final Currencies currencies;

  private CreatorEconomy(EconomyOptions options) {
    this.options = options;
    this.currencies = new Currencies(options);
  }

  /** The economy of these options. Nothing is simulated yet. */
  public static CreatorEconomy of(EconomyOptions options) {
    return new CreatorEconomy(options);
  }

  /** What is simulated. */
  public EconomyOptions options() {
    return options;
  }

  /**
   * One rate to USD for each other currency and day, one day before the start to one after the end.
   */
  public List<ExchangeRates.Rate> exchangeRates() {
    return currencies.rates();
  }

  /**
   * Simulates from the start: hands over every event in order of arrival, and everything that is
   * true: {@link TruthRecord.Ledger} rows as each day ends, the rest at the end. Can be called
   * again and then does the same.
   *
   * @param delivery takes the events; called by this thread only
   * @param truth takes what is true; called by this thread only
   * @param progress hears of each simulated day and may cancel
   */
  public void run(Consumer<Event> delivery, Consumer<TruthRecord> truth, Progress progress) {
    Scale scale = Scale.of(options);
    List<CreatorModel> models = models(scale);
    DeliveryCount count = new DeliveryCount();
    World world =
        new World(
            options,
            currencies,
            new People(options.seed(), scale.fans() * 3),
            new Incidents(options));
    long end = lastMoment(models);
    DeliveryQueue queue = new DeliveryQueue(earliest(models, 0), end);
    List<CreatorSimulation> creators = new ArrayList<>();
    for (CreatorModel model : models) {
      Outbox outbox = new Outbox(model.id(), model.index(), options, queue, count, end);
      creators.add(new CreatorSimulation(world, model, outbox, truth));
    }
    Outbox everyone =
        new Outbox(PlatformMonitor.EVERYONE, options.creators(), options, queue, count, end);
    PlatformMonitor monitor = new PlatformMonitor(world, everyone);
    for (int day = 0; day < options.days(); day++) {
      progress.report("simulating", day, options.days());
      queue.handOver(earliest(models, day), delivery);
      monitor.watch(day);
      for (CreatorSimulation creator : creators) {
        creator.live(day);
      }
    }
    queue.handOverAll(delivery);
    creators.forEach(CreatorSimulation::tell);
    world.incidents().tell(truth);
    truth.accept(count.toTruth());
    progress.report("simulating", options.days(), options.days());
  }

  /** Simulates without telling the truth. */
  public void run(Consumer<Event> delivery, Progress progress) {
    run(delivery, record -> {}, progress);
  }

  private List<CreatorModel> models(Scale scale) {
    List<CreatorModel> models = new ArrayList<>();
    for (int i = 0; i < options.creators(); i++) {
      models.add(CreatorModel.draw(options, currencies, i, scale.size(i), scale.fans()));
    }
    return models;
  }

  /** Before this moment nothing of day {@code day} or later happens. */
  private long earliest(List<CreatorModel> models, int day) {
    LocalDate date = options.start().plusDays(day);
    long earliest = date.toEpochDay() * 86_400_000L;
    for (ZoneId zone : models.stream().map(CreatorModel::zone).distinct().toList()) {
      earliest = Math.min(earliest, date.atStartOfDay(zone).toInstant().toEpochMilli());
    }
    return earliest;
  }

  /** The end of the last local day of the westernmost creator. */
  private long lastMoment(List<CreatorModel> models) {
    long last = options.end().toEpochDay() * 86_400_000L;
    for (ZoneId zone : models.stream().map(CreatorModel::zone).distinct().toList()) {
      last = Math.max(last, options.end().atStartOfDay(zone).toInstant().toEpochMilli());
    }
    return last;
  }
}
