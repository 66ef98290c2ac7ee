package io.tiktoktoe.outlook;

import java.util.Arrays;
import java.util.List;

/**
 * Attribution and counterfactuals of a forecast: what it is made of and what would change it.
 *
 * @param steps over how many steps the amounts are summed
 * @param components parts that add up to the expected sum: level, recent change, trend, seasons,
 *     calendar, drivers
 * @param changes what would change the expected sum, largest first
 * @param goals of campaigns: whether they were reached, or how likely they are
 */
public record Explanation(
    int steps, List<Component> components, List<Change> changes, List<Goal> goals) {

  /** Nothing to explain. */
  public static final Explanation NONE = new Explanation(0, List.of(), List.of());

  public Explanation {
    components = List.copyOf(components);
    changes = List.copyOf(changes);
    goals = List.copyOf(goals);
  }

  /** Without goals. */
  public Explanation(int steps, List<Component> components, List<Change> changes) {
    this(steps, components, changes, List.of());
  }

  /** The same with these goals. */
  public Explanation withGoals(List<Goal> newGoals) {
    return new Explanation(steps, components, changes, newGoals);
  }

  /** The same in another unit. */
  public Explanation times(double scale) {
    return new Explanation(
        steps,
        components.stream().map(one -> new Component(one.part(), scale * one.amount())).toList(),
        changes.stream()
            .map(one -> new Change(one.whatIf(), scale * one.amount(), scale * one.standardError()))
            .toList(),
        goals.stream()
            .map(
                one ->
                    new Goal(
                        one.campaign(),
                        scale * one.goal(),
                        scale * one.raised(),
                        one.chance(),
                        one.ended()))
            .toList());
  }

  /**
   * For a method that knows of nothing but a level.
   *
   * @param part what the level is: the own or that of creators alike
   * @param mean the expected value of each step
   */
  public static Explanation level(ForecastPart part, double[] mean) {
    double sum = Arrays.stream(mean).sum();
    return new Explanation(
        mean.length,
        List.of(new Component(part, sum)),
        List.of(new Change(new WhatIf.LevelFalls(0.1), -0.1 * sum)));
  }

  /**
   * One part of the expected sum.
   *
   * @param part which
   * @param amount in the unit of the series, may be negative
   */
  public record Component(ForecastPart part, double amount) {}

  /**
   * The goal of a campaign.
   *
   * @param campaign its kind
   * @param goal in the unit of the series
   * @param raised what it brought so far
   * @param chance in [0, 1] that the goal is reached by its end; 1 only when it has been, 0 only
   *     when it is over and was not
   * @param ended whether it is over
   */
  public record Goal(String campaign, double goal, double raised, double chance, boolean ended) {}

  /**
   * One thing that would change the forecast.
   *
   * @param whatIf what
   * @param amount by how much the expected sum would change, in the unit of the series
   * @param standardError of the amount; NaN where it is not known
   */
  public record Change(WhatIf whatIf, double amount, double standardError) {

    /** A change of unknown error. */
    public Change(WhatIf whatIf, double amount) {
      this(whatIf, amount, Double.NaN);
    }
  }
}
