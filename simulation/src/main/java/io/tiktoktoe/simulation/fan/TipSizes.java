package io.tiktoktoe.simulation.fan;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.law.TipLaw;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.simulation.world.Segment;

/**
 * How much people give at once: Gamma about each fan's mean, or the amounts that buttons offer, one
 * of which is a fan's habit, with a Pareto tail.
 */
public final class TipSizes {

  /** Shape of the Gamma distribution of one fan's tips about their mean. */
  private static final double AMOUNT_SHAPE = 2.5;

  /** Amounts in the tip unit of a currency, from small to large; 0 for a fan's own odd one. */
  private static final double[] MENU = {1, 0, 5, 10, 15, 20, 25, 50, 75, 100, 200};

  private static final double[] WEIGHTS =
      Draws.cumulative(0.012, 0.045, 0.2, 0.19, 0.03, 0.045, 0.3, 0.095, 0.013, 0.055, 0.015);

  /** Share of tips that differ from the fan's habit. */
  private static final double WHIMS = 0.2;

  /** How much likelier whales give from the tail. */
  private static final double WHALES = 5;

  private static final double TAIL_FROM = 100;
  private static final double TAIL_MOST = 80;

  private final TipLaw law;
  private final Currencies currencies;

  public TipSizes(TipLaw law, Currencies currencies) {
    this.law = law;
    this.currencies = currencies;
  }

  /** Minor units of one tip. */
  public long draw(Fan fan, int currency, Draws draws) {
    if (!law.menu()) {
      return currencies.nice(draws.gamma(AMOUNT_SHAPE, fan.tipUsd), currency);
    }
    double units = menu(fan, draws);
    return Math.max(1, Math.round(units * currencies.tipUnit(currency)));
  }

  private double menu(Fan fan, Draws draws) {
    boolean whale = fan.segment == Segment.WHALE.ordinal();
    if (draws.chance(law.tail() * (whale ? WHALES : 1))) {
      double amount = TAIL_FROM * draws.pareto(law.exponent(), TAIL_MOST);
      double step = amount < 250 ? 25 : amount < 1000 ? 50 : 100;
      double round = draws.chance(0.85) ? step : 5;
      return round * Math.round(amount / round);
    }
    double habit = Draws.uniform(Draws.key(fan.key, Purpose.WILLINGNESS, 1_000));
    double chosen = draws.chance(WHIMS) ? draws.uniform() : habit;
    double skewed = Math.pow(chosen, whale ? 0.6 : fan.segment == 0 ? 1.15 : 1);
    double amount = MENU[indexOf(skewed)];
    return amount > 0 ? amount : odd(fan);
  }

  private static int indexOf(double quantile) {
    double target = quantile * WEIGHTS[WEIGHTS.length - 1];
    int index = 0;
    while (WEIGHTS[index] <= target) {
      index++;
    }
    return index;
  }

  /** A number that means something to this fan, with cents. */
  private static double odd(Fan fan) {
    double drawn = Draws.uniform(Draws.key(fan.key, Purpose.WILLINGNESS, 1_001));
    return Math.round(100 * (2 + 40 * drawn * drawn)) / 100.0;
  }
}
