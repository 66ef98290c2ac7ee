package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.Intervention;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A creator economy whose truth is known. Events stream out in the order in which they would
 * arrive; memory holds who is alive and what is on its way, never all events. Equal options give
 * equal events, whatever the number of threads.
 *
 * <p>The same economy with one thing changed ({@link #with}) draws everything that does not follow
 * from the change as before (common random numbers), so that the difference is its effect.
 */
public final class CreatorEconomy {

  private static final int MOST_THREADS = 8;

  private final EconomyOptions options;
  private final Currencies currencies;
  private final Scale scale;
  private final List<Intervention> changes;
  private final int threads;

  /** The one creator whose life is simulated; empty for all. */
  private final String only;

  private CreatorEconomy(
      EconomyOptions options,
      Currencies currencies,
      Scale scale,
      List<Intervention> changes,
      int threads,
      String only) {
    this.options = options;
    this.currencies = currencies;
    this.scale = scale;
    this.changes = List.copyOf(changes);
    this.threads = threads;
    this.only = only;
  }

  /** The economy of these options. Nothing is simulated yet. */
  public static CreatorEconomy of(EconomyOptions options) {
    int processors = Runtime.getRuntime().availableProcessors();
    Currencies currencies = new Currencies(options);
    return new CreatorEconomy(
        options,
        currencies,
        Scale.of(options, currencies),
        List.of(),
        Math.min(MOST_THREADS, processors),
        "");
  }

  /** The same economy in which this is changed as well. */
  public CreatorEconomy with(Intervention change) {
    List<Intervention> more = new ArrayList<>(changes);
    more.add(change);
    return new CreatorEconomy(options, currencies, scale, more, threads, only);
  }

  /** The same on so many threads, at least 1; its answers do not depend on it. */
  public CreatorEconomy withThreads(int newThreads) {
    return new CreatorEconomy(options, currencies, scale, changes, Math.max(1, newThreads), only);
  }

  /** The same with the life of one creator alone, which is the same as among the others. */
  public CreatorEconomy restrictedTo(String creator) {
    return new CreatorEconomy(options, currencies, scale, changes, threads, creator);
  }

  /** Gross income of a row of the ledger, micro USD. */
  public long microUsd(TruthRecord.Ledger row) {
    int day = Math.toIntExact(row.day().toEpochDay() - options.start().toEpochDay());
    return currencies.microUsd(
        row.gross(), currencies.indexOf(row.currency().getCurrencyCode()), day);
  }

  /** What is simulated. */
  public EconomyOptions options() {
    return options;
  }

  /** What is changed in it. */
  public List<Intervention> changes() {
    return changes;
  }

  /**
   * One rate to USD for each other currency and day, one day before the start to one after the end.
   */
  public List<ExchangeRates.Rate> exchangeRates() {
    return currencies.rates();
  }

  /**
   * Begins to simulate, to be stepped day by day.
   *
   * @param delivery takes the events in order of arrival; called by the stepping thread only
   * @param truth takes what is true; called by the stepping thread only
   */
  public RunningEconomy begin(Consumer<Event> delivery, Consumer<TruthRecord> truth) {
    return new RunningEconomy(options, currencies, scale, changes, threads, only, delivery, truth);
  }

  /**
   * Simulates from the start: hands over every event in order of arrival, and everything that is
   * true: what concerns a day or someone who is gone as each day ends, the rest at the end. Can be
   * called again and then does the same.
   *
   * @param delivery takes the events; called by this thread only
   * @param truth takes what is true; called by this thread only
   * @param progress hears of each simulated day and may cancel
   * @throws IllegalArgumentException if a change names nothing that was simulated
   */
  public void run(Consumer<Event> delivery, Consumer<TruthRecord> truth, Progress progress) {
    begin(delivery, truth).finish(progress);
  }

  /** Simulates without telling the truth. */
  public void run(Consumer<Event> delivery, Progress progress) {
    run(delivery, record -> {}, progress);
  }
}
