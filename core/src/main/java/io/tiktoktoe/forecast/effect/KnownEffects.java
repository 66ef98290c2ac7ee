package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.forecast.effect.Causes.Cause;
import io.tiktoktoe.forecast.effect.Causes.Group;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Selects covariates and how strongly each is shrunk, by cross-validation: what special days and
 * drivers add to each step is estimated by {@linkplain EffectRegression ridge regression} on all
 * parts of the history but one and tried on that one. An effect seen once counts half. A group of
 * causes is used only where it forecasts better than nothing by half a standard error. Effects are
 * additive and the same at every time; their errors are normal.
 */
public final class KnownEffects {

  /** What the penalty before evidence is multiplied with, as far as a group is used. */
  private static final double[] SHRINKAGES = {1, 1.0 / 8, 4, 16};

  /** The same for what is left out: nothing moves it from 0. */
  private static final double LEFT_OUT = 1e12;

  /** A group must forecast better than nothing by this many standard errors. */
  private static final double MARGIN = 0.5;

  /** A shorter history says nothing of the same days a year later. */
  private static final int YEAR = 365;

  /** Times that each group is chosen anew, the others being as they were chosen last. */
  private static final int PASSES = 2;

  private final List<Group> groups;
  private final Optional<LocalDate> first;
  private final int steps;

  private KnownEffects(List<Group> groups, Optional<LocalDate> first, int steps) {
    this.groups = groups;
    this.first = first;
    this.steps = steps;
  }

  /**
   * The causes that touch this history.
   *
   * @param forecast makes the future of drivers that are not known ahead
   */
  public static KnownEffects of(
      HistoricalMetrics history, PredictionContext context, DriverForecast forecast) {
    return new KnownEffects(
        Causes.of(history, context, forecast).stream()
            .filter(group -> !group.alternatives().isEmpty())
            .toList(),
        history
            .nextDay()
            .filter(day -> history.nonNegative())
            .map(day -> day.minusDays(history.length())),
        context.steps());
  }

  /** The effects on one series, in its unit. */
  public EstimatedEffects estimate(double[] values, int period) {
    EstimatedEffects known = known(values, period);
    if (first.isEmpty() || values.length + steps <= YEAR || !MonthCauses.mostlySold(values)) {
      return known;
    }
    double[] rest = known.without(values, true);
    return known.with(YearlyEpisodes.of(rest, first.get(), steps));
  }

  private EstimatedEffects known(double[] values, int period) {
    if (groups.isEmpty()) {
      return EstimatedEffects.NONE;
    }
    // A season that was not seen twice tells nothing of its phases: neighbours do.
    int season = values.length >= 2 * period ? period : 1;
    EffectRegression regression = new EffectRegression(causes(), values, season);
    Selection selection = Selection.everything(groups);
    for (int pass = 0; pass < PASSES; pass++) {
      for (int group = 0; group < groups.size(); group++) {
        selection = selection.with(group, best(regression, group, selection));
      }
    }
    return regression.effects(selection.used(), selection::penalty);
  }

  private List<Cause> causes() {
    return groups.stream()
        .flatMap(group -> group.alternatives().stream())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * What is done with one group.
   *
   * @param used one of its alternatives, or no cause
   * @param shrinkage what the penalty of these is multiplied with
   */
  private record Choice(List<Cause> used, double shrinkage) {

    static final Choice NONE = new Choice(List.of(), LEFT_OUT);
  }

  /** What is done with each group. */
  private record Selection(List<Choice> choices) {

    /** The first alternative of each, as strongly shrunk as before any evidence. */
    static Selection everything(List<Group> groups) {
      return new Selection(
          groups.stream()
              .map(group -> new Choice(group.alternatives().getFirst(), SHRINKAGES[0]))
              .toList());
    }

    Selection with(int group, Choice choice) {
      List<Choice> changed = new ArrayList<>(choices);
      changed.set(group, choice);
      return new Selection(Collections.unmodifiableList(changed));
    }

    List<Cause> used() {
      return choices.stream().flatMap(choice -> choice.used().stream()).toList();
    }

    double penalty(Cause cause) {
      for (Choice choice : choices) {
        if (choice.used().contains(cause)) {
          return cause.penalty() * choice.shrinkage();
        }
      }
      return cause.penalty() * LEFT_OUT;
    }
  }

  /** The choice for a group that forecasts best, the other groups being as selected. */
  private Choice best(EffectRegression regression, int group, Selection selection) {
    Choice best = Choice.NONE;
    double[] without = regression.losses(selection.with(group, best)::penalty);
    double least = Double.MAX_VALUE;
    for (List<Cause> alternative : groups.get(group).alternatives()) {
      boolean untested = regression.untested(alternative.getFirst());
      // What nothing can vouch for is believed as before any evidence.
      int tried = untested ? 1 : SHRINKAGES.length;
      for (double shrinkage : Arrays.copyOf(SHRINKAGES, tried)) {
        Choice choice = new Choice(alternative, shrinkage);
        double[] losses = regression.losses(selection.with(group, choice)::penalty);
        double sum = Arrays.stream(losses).sum();
        if (sum < least && (untested || gains(without, losses))) {
          least = sum;
          best = choice;
        }
      }
    }
    return best;
  }

  /** Whether losses fall by more than chance makes them: a paired comparison over the parts. */
  private static boolean gains(double[] without, double[] with) {
    double sum = 0;
    double squares = 0;
    for (int b = 0; b < with.length; b++) {
      double gain = without[b] - with[b];
      sum += gain;
      squares += gain * gain;
    }
    double variance = squares - sum * sum / with.length;
    return sum > 0 && sum > MARGIN * Math.sqrt(Math.max(0, variance));
  }
}
