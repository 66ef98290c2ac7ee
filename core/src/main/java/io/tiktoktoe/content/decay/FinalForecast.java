package io.tiktoktoe.content.decay;

import io.tiktoktoe.content.act.AgeGrid;
import io.tiktoktoe.content.act.ContentCounts;
import io.tiktoktoe.content.card.Cohorts;
import io.tiktoktoe.content.insight.ContentForecast;
import io.tiktoktoe.stats.Interval;
import java.util.Optional;

/**
 * Forecasts what contents will have brought by the age of a year: the best linear predictor of the
 * logarithm of final views from that of the views so far, learned from comparable contents as they
 * were at the same age (empirical Bayes), drawn to what the decay law carries on; beyond a month
 * the law alone.
 */
public final class FinalForecast {

  private static final double DAY = 86_400;

  /** Comparable contents must be so many days old that their end can be told. */
  private static final double SETTLED_DAYS = 14;

  /** And so many times as old as the age from which is told. */
  private static final double TIMES_OLDER = 3;

  /** Contents that the prior counts as: what is seen multiplies as the decay law says. */
  private static final double PRIOR = 4;

  private static final double PRIOR_VARIANCE = 0.6;
  private static final double LEAST_VARIANCE = 0.01;

  /** Variance of what the decay law says is to come, over its square. */
  private static final double LAW_VARIANCE = 0.1;

  /** Views that the usual value of a view counts as. */
  private static final double VALUE_VIEWS = 200;

  private final ContentCounts counts;
  private final Decays decays;
  private final Cohorts cohorts;
  private final double[] direct;
  private final long end;

  /**
   * @param direct value so far by content, minor units
   * @param end until when is known, seconds since 1970
   */
  public FinalForecast(
      ContentCounts counts, Decays decays, Cohorts cohorts, double[] direct, long end) {
    this.counts = counts;
    this.decays = decays;
    this.cohorts = cohorts;
    this.direct = direct;
    this.end = end;
  }

  /**
   * The forecast of one content; empty where nobody watched it or it has not reached three hours.
   *
   * @param removed whether it is taken down and brings nothing more
   */
  public Optional<ContentForecast> of(int content, boolean removed) {
    double views = counts.allViews(content);
    double age = decays.age(content);
    int place = AgeGrid.place((long) (age * DAY) + 1) - 1;
    if (!(views > 0) || place < 0) {
      return Optional.empty();
    }
    Normal log = removed ? new Normal(Math.log(views), 1e-4) : logViews(content, place);
    double error = Math.sqrt(log.variance());
    double middle = Math.max(views, Math.exp(log.mean()));
    Interval reach =
        Interval.normal(log.mean(), error, Interval.WIDE)
            .map(one -> Math.max(views, Math.exp(one)));
    Interval range =
        new Interval(
            Math.min(reach.lo(), middle), Math.max(reach.hi(), middle * 1.001), Interval.WIDE);
    return Optional.of(valued(content, views, middle, range));
  }

  /** A normal distribution. */
  private record Normal(double mean, double variance) {

    /**
     * The mean moved towards another's by what each knows. The variance stays: it was measured on
     * how comparable contents ended, while the other's rests on a law.
     */
    Normal drawnTo(Normal other) {
      double share = other.variance / (variance + other.variance);
      return new Normal(share * mean + (1 - share) * other.mean, variance);
    }
  }

  private Normal logViews(int content, int place) {
    double age = decays.age(content);
    return place >= AgeGrid.SIZE - 1 || age >= DecayShape.END_DAYS
        ? carried(content)
        : predicted(content, place);
  }

  /** What there is, carried on by the decay law; the less there is to come, the surer. */
  private Normal carried(int content) {
    double age = Math.max(decays.age(content), 0.125);
    double share = decays.seen(content, DecayShape.END_DAYS) / decays.seen(content, age);
    double left = Math.max(0, Math.log(share));
    double known = Math.log(counts.allViews(content) + 0.5);
    return new Normal(known + left, LEAST_VARIANCE + LAW_VARIANCE * left * left);
  }

  private Normal predicted(int content, int place) {
    double days = AgeGrid.seconds(place) / DAY;
    double oldest = Math.max(SETTLED_DAYS, TIMES_OLDER * days);
    Cohorts.Weighted cohort = cohorts.of(content, end - (long) (oldest * DAY));
    double shift = Math.log(decays.seen(content, DecayShape.END_DAYS) / decays.seen(content, days));
    Sums sums = new Sums();
    for (int i = 0; i < cohort.members().length; i++) {
      int other = cohort.members()[i];
      sums.add(logSoFar(other, place), logFinal(other), cohort.weights()[i]);
    }
    double own = logSoFar(content, place);
    Normal line = sums.line(own, shift);
    return line.drawnTo(carried(content));
  }

  private double logSoFar(int content, int place) {
    return Math.log(counts.views()[place][content] + 0.5);
  }

  private double logFinal(int content) {
    double age = decays.age(content);
    double rest =
        Math.log(
            decays.seen(content, DecayShape.END_DAYS)
                / decays.seen(content, Math.min(DecayShape.END_DAYS, age)));
    return Math.log(counts.allViews(content) + 0.5) + Math.max(0, rest);
  }

  /** Weighted moments of pairs. */
  private static final class Sums {
    private double weight;
    private double weightSquares;
    private double x;
    private double y;
    private double xx;
    private double xy;
    private double yy;

    void add(double oneX, double oneY, double one) {
      weight += one;
      weightSquares += one * one;
      x += one * oneX;
      y += one * oneY;
      xx += one * oneX * oneX;
      xy += one * oneX * oneY;
      yy += one * oneY * oneY;
    }

    /** The regression, shrunk to a slope of 1 with what the decay law adds. */
    Normal line(double own, double shift) {
      double effective = weightSquares > 0 ? weight * weight / weightSquares : 0;
      if (effective < 1) {
        return new Normal(own + shift, PRIOR_VARIANCE);
      }
      double meanX = x / weight;
      double meanY = y / weight;
      double varianceX = Math.max(0, xx / weight - meanX * meanX);
      double covariance = xy / weight - meanX * meanY;
      double varianceY = Math.max(0, yy / weight - meanY * meanY);
      double slope = (effective * covariance + PRIOR * 0.5) / (effective * varianceX + PRIOR * 0.5);
      double bounded = Math.clamp(slope, 0, 1.5);
      double residual = varianceY - 2 * bounded * covariance + bounded * bounded * varianceX;
      double variance =
          (effective * Math.max(0, residual) + PRIOR * PRIOR_VARIANCE) / (effective + PRIOR);
      double level = (effective * (meanY - meanX) + PRIOR * shift) / (effective + PRIOR);
      double at = meanX + level + bounded * (own - meanX);
      double far = (own - meanX) * (own - meanX) / (effective * varianceX + 1);
      return new Normal(at, LEAST_VARIANCE + variance * (1 + 1 / effective + far));
    }
  }

  private ContentForecast valued(int content, double views, double middle, Interval range) {
    double allViews = 0;
    double allDirect = 0;
    for (int i = 0; i < direct.length; i++) {
      allViews += counts.allViews(i);
      allDirect += direct[i];
    }
    double usual = allViews > 0 ? allDirect / allViews : 0;
    double each = (direct[content] + VALUE_VIEWS * usual) / (views + VALUE_VIEWS);
    double value = direct[content] + each * (middle - views);
    // What a further view brings is known no better than from what it brought.
    double unsure = 1 + 1 / Math.sqrt(1 + views / VALUE_VIEWS);
    double lo = direct[content] + each * (range.lo() - views) / unsure;
    double hi = direct[content] + each * (range.hi() - views) * unsure;
    double least = Math.min(Math.min(lo, hi), value);
    double most = Math.max(Math.max(lo, hi), value);
    return new ContentForecast(middle, range, value, new Interval(least, most + 1, Interval.WIDE));
  }
}
