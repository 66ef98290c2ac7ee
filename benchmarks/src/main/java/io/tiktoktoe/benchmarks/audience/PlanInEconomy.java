package io.tiktoktoe.benchmarks.audience;

import io.tiktoktoe.audience.strategy.ActionCatalogue;
import io.tiktoktoe.audience.strategy.EngagementAction;
import io.tiktoktoe.audience.strategy.EngagementStrategy;
import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.audience.strategy.StrategyConstraints;
import io.tiktoktoe.audience.strategy.StrategyOptions;
import io.tiktoktoe.audience.strategy.StrategyPlanner;
import io.tiktoktoe.audience.strategy.TargetSegment;
import io.tiktoktoe.audience.strategy.UpliftPrior;
import io.tiktoktoe.audience.strategy.UpliftTrials;
import io.tiktoktoe.audience.strategy.Uplifts;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.Truth;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.FanAction;
import io.tiktoktoe.simulation.model.Intervention;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.stats.allocate.Allocation;
import io.tiktoktoe.stats.allocate.AllocationOptions;
import io.tiktoktoe.stats.allocate.AllocationProblem;
import io.tiktoktoe.stats.allocate.Allocator;
import io.tiktoktoe.stats.allocate.Limit;
import io.tiktoktoe.work.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A plan carried out in the simulated economy, creator by creator: which segments to thank, within
 * a budget that reaches two in five fans, so that fewest leave. The plan knows how many of each
 * segment there are and how many left in the two months before, and the uplifts from a trial of 500
 * fans with and 500 without thanks in each segment, drawn with the creator's true factor. The
 * oracle knows how many each thanks would truly keep. A part of a segment is thanked for that part
 * of the days, which is how the simulation can.
 *
 * <p>Prints how many more fans stay than without a plan, as a share of the oracle's: of the plan,
 * of treating everyone alike, and of serving segments by what a fan of them pays; and how often the
 * plan is above the others.
 */
public final class PlanInEconomy {

  private static final List<String> SEGMENTS =
      List.of("lurker", "casual", "regular", "superfan", "whale");

  private static final double[] WORTH = {0.1, 0.5, 3, 15, 120};

  private static final double[] PARTS = {1, 2.0 / 3, 1.0 / 3};

  private static final int MONTHS = 6;

  private static final int TRIAL = 500;

  private static final double REACH = 0.4;

  private final CreatorEconomy economy;
  private final String creator;
  private final LocalDate decided;
  private final List<TruthRecord.Fan> fans;
  private final Map<String, Double> factors = new HashMap<>();
  private final double before;

  private PlanInEconomy(EconomyOptions options, String creator) {
    this.creator = creator;
    this.economy = CreatorEconomy.of(options).restrictedTo(creator).withThreads(1);
    this.decided = options.start().plusMonths(2);
    Truth truth = lived(economy);
    this.fans = truth.all(TruthRecord.Fan.class);
    this.before = stayed(truth);
    truth.all(WorldTruth.ActionEffect.class).stream()
        .filter(one -> one.action().equals(FanAction.THANK.label()))
        .forEach(one -> factors.put(one.segment(), one.factor()));
  }

  /** Arguments: creators (default 10), target events of each (default 40,000). */
  public static void main(String[] args) {
    int creators = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    long events = args.length > 1 ? Long.parseLong(args[1]) : 40_000;
    EconomyOptions options =
        EconomyOptions.defaults()
            .withCreators(creators)
            .withMonths(MONTHS)
            .withTargetEvents(creators * events);
    Truth all = lived(CreatorEconomy.of(options));
    double[] sums = new double[4];
    int[] above = new int[2];
    int runs = 0;
    for (TruthRecord.Creator one : all.all(TruthRecord.Creator.class)) {
      PlanInEconomy run = new PlanInEconomy(options, one.creator());
      double[] gains = run.gains(runs);
      if (gains[0] > 0) {
        runs++;
        for (int way = 0; way < gains.length; way++) {
          sums[way] += gains[way];
        }
        above[0] += gains[1] >= gains[2] ? 1 : 0;
        above[1] += gains[1] >= gains[3] ? 1 : 0;
      }
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "%d creators, fans kept by the oracle %.0f; plan %.1f%%, everyone alike %.1f%%, greedy"
                + " by value %.1f%% of it; plan at least as good as alike in %d, as greedy in %d",
            runs,
            sums[0],
            100 * sums[1] / sums[0],
            100 * sums[2] / sums[0],
            100 * sums[3] / sums[0],
            above[0],
            above[1]));
  }

  private static Truth lived(CreatorEconomy economy) {
    Truth truth = new Truth();
    economy.run(event -> {}, truth, Progress.SILENT);
    return truth;
  }

  /** Fans of the day of the decision who are still there at the end. */
  private double stayed(Truth truth) {
    return truth.all(TruthRecord.Fan.class).stream()
        .filter(one -> one.joined().isBefore(decided) && one.left() == null)
        .count();
  }

  private boolean isThere(TruthRecord.Fan fan, String segment) {
    LocalDate left = fan.left();
    return fan.segment().equals(segment)
        && fan.joined().isBefore(decided)
        && (left == null || !left.isBefore(decided));
  }

  private double count(String segment) {
    return fans.stream().filter(fan -> isThere(fan, segment)).count();
  }

  /** Fans kept by the oracle, the plan, everyone alike and greedy by value. */
  private double[] gains(long seed) {
    List<TargetSegment> segments = new ArrayList<>();
    for (int at = 0; at < SEGMENTS.size(); at++) {
      String segment = SEGMENTS.get(at);
      double many = count(segment);
      if (many > 0) {
        double churn = churn(segment);
        segments.add(new TargetSegment(segment, "all", many, churn, WORTH[at], 0));
      }
    }
    double everyone = segments.stream().mapToDouble(TargetSegment::fans).sum();
    double budget = REACH * everyone;
    return new double[] {
      gain(oracle(segments, budget)),
      gain(planned(segments, budget, seed)),
      gain(alike(segments)),
      gain(greedy(segments, budget))
    };
  }

  /** Share that will leave in four months if it goes on as in the two months before. */
  private double churn(String segment) {
    long left =
        fans.stream()
            .filter(fan -> fan.segment().equals(segment) && fan.left() != null)
            .filter(fan -> fan.left() != null && fan.left().isBefore(decided))
            .count();
    double rate = (left + 0.5) / (count(segment) + left / 2.0 + 1);
    return 1 - Math.exp(-2 * rate);
  }

  /** Fans kept more than without, when these parts of segments are thanked. */
  private double gain(Map<String, Double> parts) {
    CreatorEconomy changed = economy;
    long days = economy.options().end().toEpochDay() - decided.toEpochDay();
    for (Map.Entry<String, Double> one : parts.entrySet()) {
      LocalDate until = decided.plusDays(Math.round(one.getValue() * days));
      if (until.isAfter(decided)) {
        changed =
            changed.with(
                new Intervention.ActionTaken(
                    creator, one.getKey(), FanAction.THANK, decided, until));
      }
    }
    return stayed(lived(changed)) - before;
  }

  private Map<String, Double> oracle(List<TargetSegment> segments, double budget) {
    int[] first = new int[segments.size() + 1];
    double[] value = new double[segments.size() * PARTS.length];
    double[] cost = new double[value.length];
    for (int at = 0; at < segments.size(); at++) {
      for (int part = 0; part < PARTS.length; part++) {
        int option = at * PARTS.length + part;
        value[option] = gain(Map.of(segments.get(at).name(), PARTS[part]));
        cost[option] = PARTS[part] * segments.get(at).fans();
        first[at + 1] = option + 1;
      }
    }
    Map<String, Double> parts = new HashMap<>();
    AllocationProblem problem =
        AllocationProblem.of(first, List.of(value)).with(Limit.atMost("budget", cost, budget));
    if (Allocator.lexicographic(problem, AllocationOptions.defaults(), Progress.SILENT)
        instanceof Allocation best) {
      for (int at = 0; at < segments.size(); at++) {
        if (best.chosen(at) != Allocation.NOTHING) {
          parts.put(segments.get(at).name(), PARTS[best.chosen(at) % PARTS.length]);
        }
      }
    }
    return parts;
  }

  private Map<String, Double> planned(List<TargetSegment> segments, double budget, long seed) {
    UpliftPrior prior = new UpliftPrior(0.2, 0.2, "a guess");
    ActionCatalogue catalogue =
        ActionCatalogue.empty()
            .with(
                new EngagementAction(
                    "thank",
                    0,
                    1,
                    0,
                    0,
                    1,
                    Double.POSITIVE_INFINITY,
                    Map.of(Goal.RETENTION, prior)));
    Uplifts uplifts = Uplifts.priors(catalogue, segments).learning(trials(segments, seed), seed);
    EngagementStrategy strategy =
        StrategyPlanner.plan(
            segments,
            catalogue,
            uplifts,
            StrategyConstraints.ofBudget(budget),
            StrategyOptions.defaults().withHoldout(0).withTolerance(0),
            Progress.SILENT);
    Map<String, Double> parts = new HashMap<>();
    for (EngagementStrategy.PlannedAction one : strategy.plan()) {
      TargetSegment segment =
          segments.stream()
              .filter(other -> other.name().equals(one.segment()))
              .findFirst()
              .orElseThrow();
      parts.put(one.segment(), one.fans() / segment.fans());
    }
    return parts;
  }

  private UpliftTrials trials(List<TargetSegment> segments, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 2 * TRIAL * segments.size();
    int[] of = new int[rows];
    int[] actions = new int[rows];
    double[] half = new double[rows];
    double[] stayed = new double[rows];
    for (int row = 0; row < rows; row++) {
      TargetSegment segment = segments.get(row % segments.size());
      of[row] = row % segments.size();
      actions[row] = row / segments.size() % 2 - 1;
      half[row] = 0.5;
      double rate = -Math.log(1 - segment.churn());
      double factor = actions[row] == 0 ? factors.getOrDefault(segment.name(), 1.0) : 1;
      stayed[row] = random.nextDouble() < Math.exp(-rate * factor) ? 1 : 0;
    }
    return new UpliftTrials(of, actions, half, new double[0][], Map.of(Goal.RETENTION, stayed));
  }

  private static Map<String, Double> alike(List<TargetSegment> segments) {
    Map<String, Double> parts = new HashMap<>();
    segments.forEach(one -> parts.put(one.name(), REACH));
    return parts;
  }

  private static Map<String, Double> greedy(List<TargetSegment> segments, double budget) {
    Map<String, Double> parts = new HashMap<>();
    double left = budget;
    List<TargetSegment> order = new ArrayList<>(segments);
    order.sort(Comparator.comparingDouble(TargetSegment::income).reversed());
    for (TargetSegment one : order) {
      double part = Math.min(1, left / one.fans());
      parts.put(one.name(), part);
      left -= part * one.fans();
    }
    return parts;
  }
}
