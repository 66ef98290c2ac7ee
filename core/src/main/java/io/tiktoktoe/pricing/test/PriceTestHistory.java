package io.tiktoktoe.pricing.test;

import io.tiktoktoe.pricing.insight.NoveltyCheck;
import io.tiktoktoe.pricing.insight.PolicyOutcome;
import io.tiktoktoe.pricing.insight.PriceTestLedger;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.stats.bandit.LoggedChoices;
import io.tiktoktoe.stats.bandit.OffPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the log of a price test tells beside its verdict. O(persons arms). */
public final class PriceTestHistory {

  /** Standard errors beyond which a change of a lead is no chance. */
  private static final double CHANGED = 3;

  /** Persons in a half, of an arm and of control, below which nothing is said. */
  private static final int FEW = 30;

  /** Persons below which no other policy is evaluated. */
  private static final int FEWEST_CHOICES = 10;

  private PriceTestHistory() {}

  /**
   * What showing one arm to all, and each alike, would have brought; of the persons who count.
   * Steps in which a policy's arm had no chance say nothing about it and are left out.
   */
  public static List<PolicyOutcome> policies(PriceTestLedger ledger) {
    List<PolicyOutcome> outcomes = new ArrayList<>();
    PriceTestPlan plan = ledger.plan();
    int arms = plan.arms().size();
    for (int arm = 0; arm < arms; arm++) {
      double[] policy = new double[arms];
      policy[arm] = 1;
      outcomes.add(outcome(ledger, "always " + plan.arms().get(arm).name(), policy));
    }
    double[] even = new double[arms];
    Arrays.fill(even, 1.0 / arms);
    outcomes.add(outcome(ledger, "even", even));
    return outcomes;
  }

  private static PolicyOutcome outcome(PriceTestLedger ledger, String name, double[] policy) {
    int[] rows = supported(ledger, policy);
    if (rows.length < FEWEST_CHOICES || shown(ledger, rows, policy) == 0) {
      return new PolicyOutcome(name, rows.length, 0, List.of());
    }
    int[] arms = new int[rows.length];
    double[] rewards = new double[rows.length];
    double[] propensities = new double[rows.length];
    double[][] chances = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      int place = rows[row];
      arms[row] = ledger.arm(place);
      rewards[row] = ledger.value(place) / ledger.unit();
      propensities[row] = ledger.propensities(ledger.stepOf(place)).get(arms[row]);
      chances[row] = policy;
    }
    OffPolicy.Evaluation one =
        OffPolicy.evaluate(LoggedChoices.ofArms(arms, rewards, propensities, chances));
    return new PolicyOutcome(name, rows.length, one.effectiveSize(), one.values());
  }

  private static long shown(PriceTestLedger ledger, int[] rows, double[] policy) {
    return Arrays.stream(rows).filter(place -> policy[ledger.arm(place)] > 0).count();
  }

  /** Persons whose step could have shown every arm that the policy shows. */
  private static int[] supported(PriceTestLedger ledger, double[] policy) {
    boolean[] steps = new boolean[ledger.steps()];
    for (int step = 0; step < steps.length; step++) {
      List<Double> chances = ledger.propensities(step);
      steps[step] = true;
      for (int arm = 0; arm < policy.length; arm++) {
        steps[step] &= policy[arm] == 0 || chances.get(arm) > 0;
      }
    }
    int[] rows = new int[ledger.settled()];
    int count = 0;
    for (int place = 0; place < rows.length; place++) {
      if (steps[ledger.stepOf(place)]) {
        rows[count++] = place;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /** How each arm's lead over control changed while the test ran. */
  public static List<NoveltyCheck> novelty(PriceTestLedger ledger) {
    PriceTestPlan plan = ledger.plan();
    int middle = ledger.settled() / 2;
    Half[] early = halves(ledger, 0, middle);
    Half[] late = halves(ledger, middle, ledger.settled());
    List<NoveltyCheck> checks = new ArrayList<>();
    for (int arm = 0; arm < early.length; arm++) {
      if (arm != plan.control()) {
        Half control = early[plan.control()];
        Half lateControl = late[plan.control()];
        double first = early[arm].mean() - control.mean();
        double second = late[arm].mean() - lateControl.mean();
        double variance =
            early[arm].error() + control.error() + late[arm].error() + lateControl.error();
        boolean enough =
            Math.min(early[arm].count, control.count) >= FEW
                && Math.min(late[arm].count, lateControl.count) >= FEW
                && variance > 0;
        double errors = enough ? (second - first) / Math.sqrt(variance) : 0;
        checks.add(
            new NoveltyCheck(
                plan.arms().get(arm).name(), first, second, errors, Math.abs(errors) > CHANGED));
      }
    }
    return checks;
  }

  private static Half[] halves(PriceTestLedger ledger, int from, int to) {
    Half[] halves = new Half[ledger.plan().arms().size()];
    Arrays.setAll(halves, arm -> new Half());
    for (int place = from; place < to; place++) {
      halves[ledger.arm(place)].add(ledger.value(place) / ledger.unit());
    }
    return halves;
  }

  /** Count, sum and squares of what persons brought. */
  private static final class Half {
    private long count;
    private double sum;
    private double squares;

    void add(double value) {
      count++;
      sum += value;
      squares += value * value;
    }

    double mean() {
      return count == 0 ? 0 : sum / count;
    }

    /** Squared standard error of the mean. */
    double error() {
      double mean = mean();
      return count == 0 ? 0 : Math.max(0, squares / count - mean * mean) / count;
    }
  }
}
