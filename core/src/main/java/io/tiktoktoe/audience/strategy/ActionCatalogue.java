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

  private static final String ASSUMED =
      "assumed by this program, as no trial with a creator's fans is public; try it first";

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

  /**
   * What most creators can do, with small stated effects that trials are to replace: a word of
   * thanks, an offer, an invitation with a reward, something for a segment alone, a live show.
   *
   * @param dollar minor units of the creator's currency that one US dollar is, above 0; about is
   *     enough, since the costs are guesses too
   */
  public static ActionCatalogue usual(double dollar) {
    return new ActionCatalogue(
        List.of(
            new EngagementAction(
                "thank", 0, 0.01 * dollar, 1, 0.002, 1, ANY, Map.of(Goal.RETENTION, assumed(0.1))),
            new EngagementAction(
                "offer",
                5 * dollar,
                0.01 * dollar,
                1,
                0,
                1,
                ANY,
                Map.of(Goal.MONETIZATION, assumed(0.1))),
            new EngagementAction(
                "invite",
                5 * dollar,
                0.03 * dollar,
                1,
                0,
                1,
                ANY,
                Map.of(Goal.GROWTH, assumed(0.2))),
            new EngagementAction(
                "exclusive",
                20 * dollar,
                0.01 * dollar,
                8,
                0,
                1,
                ANY,
                Map.of(Goal.RETENTION, assumed(0.08), Goal.MONETIZATION, assumed(0.05))),
            new EngagementAction(
                "live",
                10 * dollar,
                0,
                4,
                0,
                1,
                ANY,
                Map.of(
                    Goal.RETENTION, assumed(0.04),
                    Goal.MONETIZATION, assumed(0.08),
                    Goal.GROWTH, assumed(0.05)))));
  }

  /** The same with one more action; one of the same code is replaced. */
  public ActionCatalogue with(EngagementAction action) {
    List<EngagementAction> more = new ArrayList<>(actions);
    more.removeIf(one -> one.code().equals(action.code()));
    more.add(action);
    return new ActionCatalogue(more);
  }

  /** A guess that may well be half of it or half more. */
  private static UpliftPrior assumed(double mean) {
    return new UpliftPrior(mean, mean / 2, ASSUMED);
  }
}
