package io.tiktoktoe.pricing.insight;

import io.tiktoktoe.stats.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a price sensitivity meter says (Van Westendorp 1976). */
public sealed interface PriceSensitivity {

  /**
   * The four price points and the curves that cross in them; points in the unit of the prices.
   *
   * @param pmc point of marginal cheapness: too cheap meets not cheap; lower end of what is
   *     acceptable. Absent where the curves do not cross
   * @param idp indifference price point: as many find it cheap as expensive
   * @param opp optimal price point: as many find it too cheap as too expensive
   * @param pme point of marginal expensiveness: upper end of what is acceptable
   * @param respondents how many answered
   * @param invalid how many of them named prices that do not rise strictly, or too few
   * @param trial where most would try it, and where that brings most (Newton, Miller and Smith);
   *     absent when intents were not asked
   * @param intervals how sure the points that were asked about are, at .95, in their order
   * @param curve the four shares at every price that was named or looked at, lowest first
   */
  record Points(
      OptionalDouble pmc,
      OptionalDouble idp,
      OptionalDouble opp,
      OptionalDouble pme,
      int respondents,
      int invalid,
      Optional<Trial> trial,
      List<PointInterval> intervals,
      List<CurvePoint> curve)
      implements PriceSensitivity {

    public Points {
      intervals = List.copyOf(intervals);
      curve = List.copyOf(curve);
    }
  }

  /**
   * Every respondent named prices out of order, or none was left: nothing can be read from them.
   *
   * @param respondents how many answered
   */
  record NoOrderedAnswers(int respondents) implements PriceSensitivity {}

  /**
   * Newton, Miller and Smith 1993.
   *
   * @param price at which most would try it
   * @param revenuePrice at which price times trial is largest
   */
  record Trial(double price, double revenuePrice) {}

  /**
   * How sure a point is.
   *
   * @param point pmc, idp, opp or pme
   * @param interval prices at which a sign test does not tell the two curves apart
   */
  record PointInterval(String point, Interval interval) {}

  /**
   * The shares of respondents at one price.
   *
   * @param price in the unit of the answers
   * @param tooCheap share for whom it is too cheap, 0 to 1; NaN when it was not asked
   * @param cheap share for whom it is cheap
   * @param expensive share for whom it is expensive
   * @param tooExpensive share for whom it is too expensive
   * @param trial share that would try it; NaN without intents
   */
  record CurvePoint(
      double price,
      double tooCheap,
      double cheap,
      double expensive,
      double tooExpensive,
      double trial) {}
}
