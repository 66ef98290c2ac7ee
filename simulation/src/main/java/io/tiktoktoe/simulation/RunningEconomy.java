package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.simulation.creator.CreatorModel;
import io.tiktoktoe.simulation.creator.CreatorSimulation;
import io.tiktoktoe.simulation.creator.PlatformMonitor;
import io.tiktoktoe.simulation.creator.SharedWorld;
import io.tiktoktoe.simulation.delivery.Couriers;
import io.tiktoktoe.simulation.delivery.DeliveryCount;
import io.tiktoktoe.simulation.delivery.DeliveryQueue;
import io.tiktoktoe.simulation.delivery.Outbox;
import io.tiktoktoe.simulation.fan.Attention;
import io.tiktoktoe.simulation.fan.People;
import io.tiktoktoe.simulation.law.Laws;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.Intervention;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.world.Climate;
import io.tiktoktoe.simulation.world.Clocks;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.simulation.world.Incidents;
import io.tiktoktoe.simulation.world.Interventions;
import io.tiktoktoe.simulation.world.Rivals;
import io.tiktoktoe.work.Parallel;
import io.tiktoktoe.work.Progress;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * An economy that is lived day by day and answers to decisions: what is decided after a day holds
 * from the next one on. Holds who is alive and what is on its way, never the past.
 */
public final class RunningEconomy {

  /** Creators from which their days are made on several threads. */
  private static final int MANY = 32;

  private static final int CHUNKS_PER_THREAD = 4;

  private final EconomyOptions options;
  private final SharedWorld world;
  private final List<CreatorModel> models = new ArrayList<>();
  private final List<CreatorSimulation> creators = new ArrayList<>();
  private final Outbox everyone;
  private final PlatformMonitor monitor;
  private final DeliveryQueue queue;
  private final Consumer<Event> delivery;
  private final Consumer<TruthRecord> truth;
  private final int threads;

  /** Whether every creator lives, not one alone. */
  private final boolean all;

  private int day;
  private boolean finished;

  RunningEconomy(
      EconomyOptions options,
      Currencies currencies,
      Scale scale,
      List<Intervention> changes,
      int threads,
      String only,
      Consumer<Event> delivery,
      Consumer<TruthRecord> truth) {
    this.options = options;
    this.delivery = delivery;
    this.truth = truth;
    this.all = only.isEmpty();
    this.threads = options.creators() < MANY || !only.isEmpty() ? 1 : threads;
    Laws laws = Laws.of(options);
    Couriers couriers = new Couriers(options, laws.couriers());
    world =
        new SharedWorld(
            options,
            laws,
            currencies,
            new People(options.seed(), laws.fans(), scale.fans()),
            new Incidents(options),
            new Climate(laws.climate(), options.seed(), options.days()),
            new Rivals(laws.paperwork(), options.seed(), options.days()),
            new Clocks(options.start()),
            new Interventions(options.start(), options.end(), changes),
            couriers,
            new Attention(laws.contents()));
    for (int i = 0; i < options.creators(); i++) {
      CreatorModel model = CreatorModel.draw(options, currencies, i, scale.size(i), scale.fans());
      if (only.isEmpty() || only.equals(model.id())) {
        models.add(model);
      }
    }
    if (models.isEmpty()) {
      throw new IllegalArgumentException("creator (%s) is not simulated.".formatted(only));
    }
    long end = lastMoment();
    queue = new DeliveryQueue(earliest(0), end);
    for (CreatorModel model : models) {
      Outbox outbox = new Outbox(model.id(), model.index(), options, couriers, end);
      creators.add(new CreatorSimulation(world, model, outbox));
    }
    everyone = new Outbox(PlatformMonitor.EVERYONE, options.creators(), options, couriers, end);
    monitor = new PlatformMonitor(world, everyone);
  }

  /** The day that {@link #step} will live next; {@code end()} of the options after the last. */
  public LocalDate today() {
    return options.start().plusDays(day);
  }

  /** Whether there is a day left. */
  public boolean hasNext() {
    return day < options.days();
  }

  /**
   * Lives one day: hands over what arrives before it and tells the day's truth.
   *
   * @throws IllegalStateException if there is no day left
   */
  public void step() {
    if (!hasNext()) {
      throw new IllegalStateException(
          "the simulation ended on %s. Give it more months.".formatted(options.end()));
    }
    queue.handOver(earliest(day), delivery);
    world.clocks().begin(day);
    monitor.watch(day);
    everyone.empty(queue);
    int today = day;
    if (threads == 1) {
      creators.forEach(creator -> creator.live(today));
    } else {
      int chunks = Math.min(creators.size(), CHUNKS_PER_THREAD * threads);
      Parallel.map(
          "simulating", chunks, threads, Progress.SILENT, chunk -> live(today, chunk, chunks));
    }
    creators.forEach(creator -> creator.handOver(queue, truth));
    day++;
  }

  private int live(int today, int chunk, int chunks) {
    for (int i = chunk; i < creators.size(); i += chunks) {
      creators.get(i).live(today);
    }
    return chunk;
  }

  /**
   * Changes something from the next day on (or from its own day, if that is later).
   *
   * @throws IllegalArgumentException if it names a platform that is not simulated, or a day beyond
   *     the last
   */
  public void decide(Intervention change) {
    world.changes().add(change);
  }

  /**
   * Lives all days that are left, hands over what is still on its way and tells the rest.
   *
   * @throws IllegalArgumentException if a change names nothing that was simulated
   */
  public void finish(Progress progress) {
    while (hasNext()) {
      progress.report("simulating", day, options.days());
      step();
    }
    if (finished) {
      return;
    }
    finished = true;
    if (all) {
      world.changes().requireMet();
    }
    queue.handOverAll(delivery);
    DeliveryCount count = everyone.count();
    int told = 0;
    for (CreatorSimulation creator : creators) {
      progress.report("telling the truth", told++, creators.size());
      creator.finish();
      creator.handOver(queue, truth);
      count.add(creator.count());
    }
    world.incidents().tell(truth);
    world.climate().tell(options.start(), truth);
    if (world.laws().paperwork()) {
      world.rivals().tell(options.start(), options.days(), truth);
    }
    truth.accept(count.toTruth());
    progress.report("simulating", options.days(), options.days());
  }

  /** Before this moment nothing of day {@code index} or later happens. */
  private long earliest(int index) {
    LocalDate date = options.start().plusDays(index);
    long earliest = date.toEpochDay() * 86_400_000L;
    for (ZoneId zone : models.stream().map(CreatorModel::zone).distinct().toList()) {
      earliest = Math.min(earliest, date.atStartOfDay(zone).toInstant().toEpochMilli());
    }
    return earliest;
  }

  /** The end of the last local day of the westernmost creator. */
  private long lastMoment() {
    long last = options.end().toEpochDay() * 86_400_000L;
    for (ZoneId zone : models.stream().map(CreatorModel::zone).distinct().toList()) {
      last = Math.max(last, options.end().atStartOfDay(zone).toInstant().toEpochMilli());
    }
    return last;
  }
}
