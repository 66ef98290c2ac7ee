package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.DecisionTrial;
import io.tiktoktoe.audience.insight.PastDecision;
import io.tiktoktoe.audience.insight.PastPlan;
import io.tiktoktoe.audience.strategy.EngagementAction;
import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.audience.strategy.PlanScore;
import io.tiktoktoe.audience.strategy.PlanScoring;
import io.tiktoktoe.audience.strategy.TargetSegment;
import io.tiktoktoe.audience.strategy.UpliftTrials;
import io.tiktoktoe.event.Decision;
import io.tiktoktoe.stats.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Past decisions and what they brought: the fans of the decided segments against those of segments
 * for which nothing was decided, after against before (difference in differences); and the same
 * fans as trials from which uplifts learn.
 */
public final class PlanHistory {

  private static final int MOST_PLANS = 20;

  private final List<PastDecision> decisions;
  private final Map<LocalDate, TrialOutcomes> outcomes = new HashMap<>();

  /**
   * The history of these decisions.
   *
   * @param trials the audiences around those whose days are over
   */
  public PlanHistory(
      List<PastDecision> decisions, List<DecisionTrial> trials, AudienceOptions options) {
    this.decisions = decisions;
    trials.forEach(trial -> outcomes.put(trial.asOf(), TrialOutcomes.of(trial, options)));
  }

  /** The newest decisions first, with their scores where they can be told. */
  public List<PastPlan> plans() {
    return decisions.stream()
        .sorted(Comparator.comparing(PastDecision::time).reversed())
        .limit(MOST_PLANS)
        .map(this::plan)
        .toList();
  }

  private PastPlan plan(PastDecision one) {
    Decision decision = one.decision();
    Double expected = decision.expected();
    return new PastPlan(
        one.time(),
        decision.chosen(),
        Optional.ofNullable(decision.advised()),
        Optional.ofNullable(decision.segment()),
        Optional.ofNullable(one.attributes().get(PastDecision.PRODUCT)),
        expected == null ? OptionalDouble.empty() : OptionalDouble.of(expected),
        Optional.ofNullable(decision.measure()),
        score(one, decision));
  }

  private Optional<PlanScore> score(PastDecision one, Decision decision) {
    TrialOutcomes trial = outcomes.get(one.asOf());
    Optional<Goal> goal = goal(decision.measure() == null ? "" : decision.measure());
    if (trial == null || goal.isEmpty() || decision.chosen().equals("none")) {
      return Optional.empty();
    }
    Map<String, String> chosen = chosen(one.asOf());
    int[] rows = new int[trial.numbers().length];
    int size = 0;
    for (int fan = 0; fan < rows.length; fan++) {
      String segment = SegmentSummaries.name(trial.numbers()[fan]);
      if (segment.equals(decision.segment()) || !chosen.containsKey(segment)) {
        rows[size++] = fan;
      }
    }
    double[] before = new double[size];
    double[] after = new double[size];
    boolean[] acted = new boolean[size];
    for (int row = 0; row < size; row++) {
      before[row] = of(trial.before(), goal.get())[rows[row]];
      after[row] = of(trial.after(), goal.get())[rows[row]];
      acted[row] = SegmentSummaries.name(trial.numbers()[rows[row]]).equals(decision.segment());
    }
    return PlanScoring.differences(decision, goal.get(), before, after, acted, Interval.WIDE);
  }

  private static double[] of(Map<Goal, double[]> outcomes, Goal goal) {
    return outcomes.getOrDefault(goal, new double[0]);
  }

  private static Optional<Goal> goal(String measure) {
    return Arrays.stream(Goal.values())
        .filter(goal -> goal.label().equals(measure.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** What was chosen for each segment as of a day. */
  private Map<String, String> chosen(LocalDate asOf) {
    Map<String, String> chosen = new HashMap<>();
    for (PastDecision one : decisions) {
      Decision decision = one.decision();
      String segment = decision.segment();
      if (one.asOf().equals(asOf) && segment != null && !decision.chosen().equals("none")) {
        chosen.put(segment, decision.chosen());
      }
    }
    return chosen;
  }

  /**
   * The fans of all trials as rows from which uplifts learn; empty without any.
   *
   * @param targets the segments of now: rows of others are left out
   */
  public Optional<UpliftTrials> trials(
      List<TargetSegment> targets, List<EngagementAction> actions) {
    List<int[]> keys = new ArrayList<>();
    Map<Goal, List<Double>> values = new EnumMap<>(Goal.class);
    List<Double> earlier = new ArrayList<>();
    outcomes.forEach(
        (asOf, trial) -> {
          Map<String, String> chosen = chosen(asOf);
          for (int fan = 0; fan < trial.numbers().length; fan++) {
            String segment = SegmentSummaries.name(trial.numbers()[fan]);
            int target = place(targets.stream().map(TargetSegment::name).toList(), segment);
            String action = chosen.getOrDefault(segment, "");
            int done = place(actions.stream().map(EngagementAction::code).toList(), action);
            if (target >= 0 && (action.isEmpty() || done >= 0)) {
              keys.add(new int[] {target, done});
              earlier.add(of(trial.before(), Goal.MONETIZATION)[fan]);
              for (Goal goal : Goal.values()) {
                values
                    .computeIfAbsent(goal, key -> new ArrayList<>())
                    .add(of(trial.after(), goal)[fan]);
              }
            }
          }
        });
    return keys.isEmpty() ? Optional.empty() : Optional.of(rows(keys, earlier, values));
  }

  private static int place(List<String> names, String name) {
    return names.indexOf(name);
  }

  private static UpliftTrials rows(
      List<int[]> keys, List<Double> earlier, Map<Goal, List<Double>> values) {
    double[] unknown = new double[keys.size()];
    Arrays.fill(unknown, Double.NaN);
    Map<Goal, double[]> after = new EnumMap<>(Goal.class);
    values.forEach((goal, all) -> after.put(goal, plain(all)));
    return new UpliftTrials(
        keys.stream().mapToInt(key -> key[0]).toArray(),
        keys.stream().mapToInt(key -> key[1]).toArray(),
        unknown,
        new double[][] {plain(earlier)},
        after);
  }

  private static double[] plain(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
