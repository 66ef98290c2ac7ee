package io.tiktoktoe.audience.strategy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Fans whose reactions to actions are known, for tests. */
final class TrialWorld {

  static final List<TargetSegment> SEGMENTS =
      List.of(
          new TargetSegment("lurkers", "all", 5_000, 0.3, 50, 0.02),
          new TargetSegment("regulars", "all", 1_200, 0.2, 600, 0.1),
          new TargetSegment("patrons", "all", 300, 0.1, 4_000, 0.3));

  static final ActionCatalogue CATALOGUE =
      ActionCatalogue.empty()
          .with(action("thank", Map.of(Goal.RETENTION, prior(0.1))))
          .with(action("offer", Map.of(Goal.MONETIZATION, prior(0.1))))
          .with(action("invite", Map.of(Goal.GROWTH, prior(0.2))));

  private final double[][] truth;

  TrialWorld(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    truth = new double[CATALOGUE.actions().size()][SEGMENTS.size()];
    for (double[] action : truth) {
      for (int segment = 0; segment < action.length; segment++) {
        action[segment] = 0.05 + 0.5 * random.nextDouble();
      }
    }
  }

  static UpliftPrior prior(double mean) {
    return new UpliftPrior(mean, mean, "made for a test");
  }

  static EngagementAction action(String code, Map<Goal, UpliftPrior> priors) {
    return new EngagementAction(code, 0, 10, 0, 0.001, 1, Double.POSITIVE_INFINITY, priors);
  }

  /** The true uplift of an action on a segment for its own goal. */
  double truth(int action, int segment) {
    return truth[action][segment];
  }

  /**
   * Fans of every segment, each with an action by chance.
   *
   * @param confounded whether those who stay and pay more are also chosen more often, by chances
   *     that are not told
   */
  UpliftTrials trials(int fansEach, boolean confounded, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = fansEach * SEGMENTS.size();
    int[] segments = new int[rows];
    int[] actions = new int[rows];
    double[] propensities = new double[rows];
    double[][] features = new double[1][rows];
    double[][] outcomes = new double[3][rows];
    for (int row = 0; row < rows; row++) {
      int segment = row % SEGMENTS.size();
      double liking = random.nextGaussian();
      segments[row] = segment;
      features[0][row] = liking;
      double none = confounded ? 0.25 + 0.5 / (1 + Math.exp(1.5 * liking)) : 0.4;
      int action = random.nextDouble() < none ? -1 : random.nextInt(3);
      actions[row] = action;
      propensities[row] = confounded ? Double.NaN : action < 0 ? none : (1 - none) / 3;
      react(outcomes, row, segment, action, liking, random);
    }
    return new UpliftTrials(
        segments,
        actions,
        propensities,
        features,
        Map.of(
            Goal.RETENTION, outcomes[0],
            Goal.MONETIZATION, outcomes[1],
            Goal.GROWTH, outcomes[2]));
  }

  private void react(
      double[][] outcomes,
      int row,
      int segment,
      int action,
      double liking,
      SplittableRandom random) {
    TargetSegment one = SEGMENTS.get(segment);
    double churn = Math.clamp(one.churn() * (1 - 0.3 * liking), 0.01, 0.9);
    double income = one.income() * Math.max(0.05, 1 + 0.3 * liking);
    double brings = one.newFans() * Math.max(0.05, 1 + 0.3 * liking);
    double stays = action == 0 ? 1 - truth[0][segment] : 1;
    double pays = action == 1 ? 1 + truth[1][segment] : 1;
    double shares = action == 2 ? 1 + truth[2][segment] : 1;
    outcomes[0][row] = random.nextDouble() < churn * stays ? 0 : 1;
    // An exponential amount: as scattered as what fans pay.
    outcomes[1][row] = -Math.log(1 - random.nextDouble()) * income * pays;
    outcomes[2][row] = random.nextDouble() < Math.min(1, brings * shares) ? 1 : 0;
  }

  /** Mean squared error of uplifts for the goals that actions are meant for. */
  double error(Uplifts uplifts) {
    double sum = 0;
    int many = 0;
    for (int action = 0; action < truth.length; action++) {
      for (int segment = 0; segment < SEGMENTS.size(); segment++) {
        double off = find(uplifts, action, segment).estimate() - truth[action][segment];
        sum += off * off;
        many++;
      }
    }
    return Math.sqrt(sum / many);
  }

  static Uplift find(Uplifts uplifts, int action, int segment) {
    String code = CATALOGUE.actions().get(action).code();
    String name = SEGMENTS.get(segment).name();
    return uplifts.all().stream()
        .filter(one -> one.action().equals(code) && one.segment().equals(name))
        .filter(one -> one.goal().ordinal() == action)
        .findFirst()
        .orElseThrow();
  }
}
