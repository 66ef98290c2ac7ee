package io.tiktoktoe.service;

import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.service.model.AnswerSink;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.DemoAnswer;
import io.tiktoktoe.service.model.DemoRequest;
import io.tiktoktoe.service.model.DemoStep;
import io.tiktoktoe.service.model.RevenueRequest;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.SimulateRequest;
import io.tiktoktoe.service.model.SimulatedEconomy;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Simulates an economy, takes it in and analyses its busiest creator: the whole way in one call.
 */
public final class DemoService {

  private static final String STORE = "store.duckdb";

  /** Days that the analysis is about. */
  private static final int DAYS = 30;

  private static final List<String> SIMULATED =
      Stream.concat(Stream.of(SimulateRequest.EVENTS), SimulationService.TRUTH_NAMES.stream())
          .toList();

  private static final List<String> NAMES =
      Stream.concat(Stream.of(STORE, STORE + ".wal"), SIMULATED.stream()).toList();

  private static final String BATCH = "demo";

  private final DemoRequest request;
  private final Call call;
  private final AnswerSink<DemoAnswer.Stage> sink;
  private final List<DemoAnswer.Stage> stages = new ArrayList<>();
  private long started = System.nanoTime();

  private DemoService(DemoRequest request, Call call, AnswerSink<DemoAnswer.Stage> sink) {
    this.request = request;
    this.call = call;
    this.sink = sink;
  }

  /**
   * Makes a demo; what an earlier one made in the folder is replaced, and nothing else.
   *
   * @param options how the demo's store is opened
   * @param sink hears of each step as soon as it is finished
   * @throws ServiceException if the size cannot be, the folder holds files of others, or nobody
   *     paid anything
   * @throws IOException if a file cannot be written, or the sink throws it
   */
  public static DemoAnswer demo(
      DemoRequest request, StoreOptions options, Call call, AnswerSink<DemoAnswer.Stage> sink)
      throws IOException {
    return new DemoService(request, call, sink).run(options);
  }

  private DemoAnswer run(StoreOptions options) throws IOException {
    EconomyOptions economy = economy();
    Path folder = request.folder();
    Path file = folder.resolve(STORE);
    requireNothingOfTheUsers(file, options);
    MadeFiles made = MadeFiles.in(folder, NAMES);
    made.begin();
    SimulatedEconomy simulated =
        SimulationService.write(
            new SimulateRequest(economy, folder.resolve(SimulateRequest.EVENTS), folder), call);
    made.finish(SIMULATED);
    finish(new DemoStep.Simulated(request.creators(), request.months(), simulated.deliveries()));
    ReadOptions reading = ReadOptions.defaults().withCancellation(options.cancellation());
    try (Reading events = Connectors.open(simulated.events(), reading);
        Store store = Store.open(file, options.withReadable(events.files()))) {
      IngestReport report = ingest(store, events, simulated);
      finish(new DemoStep.TakenIn(report.accepted(), report.duplicates()));
      RevenueInsights insights = analyze(store, simulated, economy.end().minusDays(1));
      finish(new DemoStep.Analysed(insights.creator().creator()));
      return new DemoAnswer(stages, file, insights);
    }
  }

  /** A demo's store that took in more than the demo is the user's by now. */
  private static void requireNothingOfTheUsers(Path file, StoreOptions options) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (Store store = Store.open(file, options.existing())) {
      if (store.holdsOthersThan(BATCH)) {
        throw new ServiceException.UnusableInput(
            "%s holds more than a demo. Move it away, or give the demo another folder.", file);
      }
    } catch (StoreException.Missing | StoreException.NotAStore e) {
      // A demo that was cut short, or no store at all, which MadeFiles judges.
      return;
    }
  }

  private EconomyOptions economy() {
    LocalDate thisMonth = LocalDate.ofInstant(call.now(), ZoneOffset.UTC).withDayOfMonth(1);
    return SimulationService.economy(
        request.creators(),
        thisMonth.minusMonths(request.months()),
        request.months(),
        0,
        request.seed());
  }

  private IngestReport ingest(Store store, Reading events, SimulatedEconomy simulated) {
    RatesFile.read(simulated.truth().resolve(SimulationService.RATES))
        .ifPresent(rates -> store.settings().addRates(rates.rates()));
    simulated.profiles().forEach(store.settings()::setProfile);
    IngestReport report =
        store
            .events()
            .ingest(
                events.relation(),
                IngestOptions.of(BATCH, call.now()).withProgress(call.progress()));
    call.progress().report("sorting", 0, -1);
    store.events().compact();
    return report;
  }

  private RevenueInsights analyze(Store store, SimulatedEconomy simulated, LocalDate last) {
    String busiest =
        simulated
            .busiest()
            .orElseThrow(
                () ->
                    new ServiceException.NothingThere(
                        "nobody paid anything. Simulate more {months}."));
    return RevenueService.of(store)
        .revenue(
            RevenueRequest.of(busiest)
                .withDays(last.minusDays(DAYS - 1), last)
                .withSeed(request.seed()),
            call);
  }

  private void finish(DemoStep step) throws IOException {
    long now = System.nanoTime();
    DemoAnswer.Stage stage = new DemoAnswer.Stage(step, (now - started) / 1e9);
    started = now;
    stages.add(stage);
    sink.accept(stage);
  }
}
