package io.tiktoktoe.audience.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The actions that may be planned.
 *
 * @param actions each code once
 */
public record ActionCatalogue(List<EngagementAction> actions) {

  private static final double ANY = Double.POSITIVE_INFINITY;

  /** Half of it is believed possible: what is stated in general need not hold for this creator. */
  private static final double DOUBT = 1;

  public ActionCatalogue {
    if (actions.stream().map(EngagementAction::code).distinct().count() != actions.size()) {
      throw new IllegalArgumentException("two actions bear one code. Rename one of them.");
    }
    actions = List.copyOf(actions);
  }

  /** Nothing: only what a creator adds. */
  public static ActionCatalogue empty() {
    return new ActionCatalogue(List.of());
  }

  /** The same with one more action; one of the same code is replaced. */
  public ActionCatalogue with(EngagementAction action) {
    List<EngagementAction> more = new ArrayList<>(actions);
    more.removeIf(one -> one.code().equals(action.code()));
    more.add(action);
    return new ActionCatalogue(more);
  }

  static Map<Goal, UpliftPrior> priors(
      double retention, double monetization, double growth, String source) {
    return Map.of(
        Goal.RETENTION, prior(retention, source),
        Goal.MONETIZATION, prior(monetization, source),
        Goal.GROWTH, prior(growth, source));
  }

  private static UpliftPrior prior(double mean, String source) {
    return new UpliftPrior(mean, Math.max(0.02, DOUBT * Math.abs(mean)), source);
  }
}
