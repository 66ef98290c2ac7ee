package io.tiktoktoe.service.experiment;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.service.CreatorDirectory;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.experiment.AssignAnswer;
import io.tiktoktoe.service.model.experiment.AssignedOffer;
import io.tiktoktoe.service.model.experiment.ExperimentAudit;
import io.tiktoktoe.service.model.experiment.ExperimentPlan;
import io.tiktoktoe.service.model.experiment.ExperimentReport;
import io.tiktoktoe.service.model.experiment.ExperimentRequest;
import io.tiktoktoe.service.model.experiment.ExperimentSummary;
import io.tiktoktoe.service.model.experiment.OutcomeRow;
import io.tiktoktoe.service.model.experiment.RecordAnswer;
import io.tiktoktoe.service.model.experiment.RefusedRow;
import io.tiktoktoe.service.model.experiment.RollbackAnswer;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoredTest;
import io.tiktoktoe.store.model.TestEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/**
 * Price tests of a store's creators. One service for each open store: it holds the state of every
 * test that was asked for. Thread safe.
 */
public final class ExperimentService {

  private static final int PROGRESS_ROWS = 10_000;

  /** Creators that a message names. */
  private static final int SHOWN = 5;

  /** After everything that was said of accounts. */
  private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

  private final Store store;
  private final Map<String, ExperimentRun> runs = new ConcurrentHashMap<>();

  private ExperimentService(Store store) {
    this.store = store;
  }

  /** The service over this store, which stays open. */
  public static ExperimentService of(Store store) {
    return new ExperimentService(store);
  }

  /**
   * Plans a price test and makes it, unless it is only to be planned.
   *
   * @throws ServiceException if it breaks its limits, could not be decided in the days allowed, or
   *     the product is in a test already
   */
  public ExperimentPlan create(ExperimentRequest request, Call call) {
    StoredTest test = ExperimentPlanning.test(request, creator(request), call.now());
    ExperimentPlan plan = ExperimentPlanning.plan(test, request, !request.dryRun());
    Set<Integer> ended = ended(test);
    if (request.dryRun()) {
      ExperimentPlanning.requireFree(test, store.experiments().all(), ended);
      return plan;
    }
    StoredTest made =
        store
            .experiments()
            .create(test, known -> ExperimentPlanning.requireFree(test, known, ended));
    open(made.name()).look(publishing(call.now()));
    return plan;
  }

  private CreatorProfile creator(ExperimentRequest request) {
    Optional<String> name = request.creator();
    List<String> known = store.settings().creators();
    if (name.isPresent() && !known.contains(name.get())) {
      // The first thing that an empty store is told of may be a test.
      if (!known.isEmpty() && !request.newCreator()) {
        throw new ServiceException.BadRequest(
            "creator",
            "{creator} (%s) is nobody of whom the store knows: it has %,d, such as %s. Correct it,"
                + " or say {newCreator} where nothing of them was ingested yet.",
            name.get(),
            known.size(),
            String.join(", ", known.subList(0, Math.min(SHOWN, known.size()))));
      }
      return store.settings().profileOrGuess(name.get());
    }
    return CreatorDirectory.profile(store, name, Optional.empty(), request.currency());
  }

  /** Tests of the product that are over; any other is running, also one that is made just now. */
  private Set<Integer> ended(StoredTest test) {
    Set<Integer> ended = new HashSet<>();
    for (StoredTest other : store.experiments().all()) {
      if (sameProduct(test, other) && !open(other.name()).look(ExperimentState::isRunning)) {
        ended.add(other.number());
      }
    }
    return ended;
  }

  private static boolean sameProduct(StoredTest one, StoredTest other) {
    return one.creator().equals(other.creator()) && one.product().equals(other.product());
  }

  /** The names of all tests, oldest first. */
  public List<String> names() {
    return store.experiments().all().stream().map(StoredTest::name).toList();
  }

  /** All tests with how far each is, oldest first. O(entries of all logs). */
  public List<ExperimentSummary> list() {
    return store.experiments().all().stream()
        .map(one -> open(one.name()).look(ExperimentReporting::summary))
        .toList();
  }

  /**
   * A test to assign and record one by one, from many threads.
   *
   * @throws ServiceException.NothingThere if there is none of this name
   */
  public ExperimentRun open(String name) {
    return runs.computeIfAbsent(name, this::read);
  }

  private ExperimentRun read(String name) {
    List<StoredTest> all = store.experiments().all();
    StoredTest test =
        all.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name, all));
    ExperimentState state = replayed(test);
    Map<Long, AssignedOffer> promised = new HashMap<>();
    for (StoredTest other : all) {
      if (other.number() < test.number() && sameProduct(test, other)) {
        promise(replayed(other), promised);
      }
    }
    return new ExperimentRun(store.experiments(), state, store.salt(), promised);
  }

  private static ServiceException unknown(String name, List<StoredTest> all) {
    return new ServiceException.NothingThere(
        all.isEmpty()
            ? "there is no price test %s, nor any other. Make one: experiment create"
            : "there is no price test %s. There are: %s.",
        name,
        String.join(", ", all.stream().map(StoredTest::name).toList()));
  }

  private ExperimentState replayed(StoredTest test) {
    LongUnaryOperator persons = store.experiments().linked(test.creator(), ALWAYS);
    ExperimentState state = new ExperimentState(test, persons);
    store.experiments().read(test.number(), state::apply);
    return state;
  }

  /** Whoever holds what they bought keeps its price in later tests of the product. */
  private static void promise(ExperimentState ended, Map<Long, AssignedOffer> promised) {
    for (int place = 0; place < ended.ledger().size(); place++) {
      if (ended.ledger().brought(place).holds()) {
        promised.put(
            ended.person(ended.fanAt(place)),
            ShownOffers.of(
                "", ended.test(), ended.ledger().arm(place), 1, AssignedOffer.State.PROMISED));
      }
    }
  }

  /** The offers of these fans; on disk when this returns. */
  public AssignAnswer assign(String name, List<String> fans, Call call) {
    Collected collected = new Collected(call);
    ExperimentRun run = open(name);
    for (String fan : fans) {
      collected.offers.add(run.assign(fan, call.now()));
    }
    return finish(run, call, new AssignAnswer(collected.offers, collected.refused));
  }

  /** The offers of the fans of a file's column {@code fan}; on disk when this returns. */
  public AssignAnswer assignAll(String name, Path file, Call call) {
    Collected collected = new Collected(call);
    ExperimentRun run = open(name);
    ExperimentFiles.fans(
        file,
        (row, fan) ->
            collected.take(row, fan, () -> collected.offers.add(run.assign(fan, call.now()))),
        collected.refused::add);
    return finish(run, call, new AssignAnswer(collected.offers, collected.refused));
  }

  /** Credits one outcome; on disk when this returns. */
  public RecordAnswer record(String name, OutcomeRow outcome, Call call) {
    ExperimentRun run = open(name);
    boolean fresh = run.record(outcome, call.now());
    return finish(run, call, new RecordAnswer(fresh ? 1 : 0, fresh ? 0 : 1, List.of()));
  }

  /** Credits the outcomes of a file; on disk when this returns. */
  public RecordAnswer recordAll(String name, Path file, Call call) {
    Collected collected = new Collected(call);
    ExperimentRun run = open(name);
    ExperimentFiles.outcomes(
        file,
        (row, outcome) ->
            collected.take(
                row, outcome.id(), () -> collected.count(run.record(outcome, call.now()))),
        collected.refused::add);
    return finish(
        run, call, new RecordAnswer(collected.recorded, collected.duplicates, collected.refused));
  }

  private <T> T finish(ExperimentRun run, Call call, T answer) {
    store.experiments().fold();
    if (run.look(state -> !state.decisions().isEmpty())) {
      run.look(publishing(call.now()));
    }
    return answer;
  }

  private Function<ExperimentState, Boolean> publishing(Instant now) {
    return state -> {
      ExperimentDecisions.publish(store, state, now);
      return true;
    };
  }

  /** What a file brought so far. */
  private static final class Collected {
    private final Call call;
    private final List<AssignedOffer> offers = new ArrayList<>();
    private final List<RefusedRow> refused = new ArrayList<>();
    private long recorded;
    private long duplicates;

    Collected(Call call) {
      this.call = call;
    }

    void count(boolean fresh) {
      recorded += fresh ? 1 : 0;
      duplicates += fresh ? 0 : 1;
    }

    void take(long row, String value, Runnable taking) {
      if (row % PROGRESS_ROWS == 0) {
        call.progress().report("reading rows", row, -1);
      }
      try {
        taking.run();
      } catch (ServiceException.UnusableInput e) {
        refused.add(new RefusedRow(row, value, e.message(field -> field)));
      }
    }
  }

  /** What a test has seen. */
  public ExperimentReport show(String name, Call call) {
    ExperimentRun run = open(name);
    return run.look(
        state ->
            new ExperimentReporting(state, store.experiments().fanNames(state.test().number()))
                .report(run.outlook(call.now()), call.now()));
  }

  /** Computes everything that was decided again from the log. O(steps draws + persons). */
  public ExperimentAudit audit(String name) {
    ExperimentRun run = open(name);
    return run.look(
        state -> {
          ExperimentAuditing auditing = new ExperimentAuditing(state.fresh(), run.seed());
          store.experiments().read(state.test().number(), auditing::take);
          return auditing.found(state);
        });
  }

  /** Shows an arm to nobody new. */
  public ExperimentReport remove(String name, String arm, Call call) {
    ExperimentRun run = open(name);
    run.remove(arm, call.now());
    return finish(run, call, show(name, call));
  }

  /**
   * Ends a test. Who bought keeps their price; everybody else is charged {@code arm}, or the arm
   * that is surely better, or else control.
   */
  public RollbackAnswer stop(String name, Optional<String> arm, Call call) {
    ExperimentRun run = open(name);
    run.requireRunning();
    ExperimentReport report = show(name, call);
    String charged =
        arm.or(() -> report.verdict().equals("better") ? report.best() : Optional.empty())
            .orElseGet(() -> run.look(ExperimentService::control));
    return end(run, TestEntry.Kind.STOPPED, charged, call);
  }

  /** Ends a test, or what it ended in: everybody without a promise is charged control again. */
  public RollbackAnswer rollBack(String name, Call call) {
    ExperimentRun run = open(name);
    return end(run, TestEntry.Kind.ROLLED_BACK, run.look(ExperimentService::control), call);
  }

  private static String control(ExperimentState state) {
    return state.test().offers().get(state.plan().control()).name();
  }

  private RollbackAnswer end(ExperimentRun run, TestEntry.Kind kind, String arm, Call call) {
    run.end(kind, run.arm("charge", arm), call.now());
    RollbackAnswer answer =
        run.look(
            state ->
                new ExperimentReporting(state, store.experiments().fanNames(state.test().number()))
                    .promises());
    return finish(run, call, answer);
  }
}
