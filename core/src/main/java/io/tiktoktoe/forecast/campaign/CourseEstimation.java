package io.tiktoktoe.forecast.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Estimates the course of one campaign: season, shape, level and spread, in this order. */
final class CourseEstimation {

  /** Seasons before a campaign whose mean is the level that it is compared with. */
  private static final int SEASONS_BEFORE = 4;

  private final double[] values;
  private final double[] calm;
  private final List<Span> past;
  private final int period;

  /**
   * @param values the history
   * @param calm the same with the campaigns' steps missing
   * @param past campaigns of the kind that are over
   * @param period steps of the shortest season
   */
  CourseEstimation(double[] values, double[] calm, List<Span> past, int period) {
    this.values = values;
    this.calm = calm;
    this.past = past;
    this.period = period;
  }

  /** The course of a campaign that has steps ahead; empty where nothing says how strong it is. */
  Optional<CourseForecast> of(Span span) {
    int length = span.length();
    int known = Math.clamp(values.length - (long) span.from(), 0, length);
    double[] own = values(span.from(), span.from() + known);
    double floor = floor(own);
    double[] logs = Courses.logs(own, floor);
    PhaseProfile season = season(logs, span.from());
    List<double[]> shapes = past.stream().map(one -> shape(one, season, length)).toList();
    PooledShape pool = PooledShape.of(shapes, length, known);
    double[] shape = pool.mean();
    double[] apart = season.without(logs, span.from());
    Arrays.setAll(apart, t -> apart[t] - shape[t]);
    double mean = Courses.mean(apart, 0, known);
    int seen = (int) Arrays.stream(apart).filter(Double::isFinite).count();
    double own2 =
        seen < Span.FEWEST
            ? Double.NaN
            : Arrays.stream(apart)
                .filter(Double::isFinite)
                .map(one -> (one - mean) * (one - mean))
                .average()
                .orElse(Double.NaN);
    double[] variance = pool.variance(own2);
    CampaignLevel level = new CampaignLevel();
    level.ofCourse(mean, seen, Courses.mean(variance, 0, length));
    ofOthers(level, span, shape, seen);
    if (!level.known()) {
      return Optional.empty();
    }
    boolean unjudged = !pool.judged() || seen < 2;
    double[] middle = new double[length];
    for (int t = 0; t < length; t++) {
      middle[t] = level.log() + shape[t] + season.at(span.from() + t);
      variance[t] += unjudged ? level.variance() : 0;
    }
    double added = seen > 0 ? floor : Courses.FLOOR * Math.exp(level.log());
    return Optional.of(
        new CourseForecast(span, known, middle, variance, added, pool.common(variance)));
  }

  /** The known values of a range, missing before the history begins. */
  private double[] values(int from, int to) {
    return IntStream.range(from, to)
        .mapToDouble(t -> t < 0 || t >= values.length ? Double.NaN : values[t])
        .toArray();
  }

  private double floor(double[] own) {
    return Courses.FLOOR * Courses.mean(own);
  }

  private PhaseProfile season(double[] logs, int from) {
    List<double[]> all = new ArrayList<>();
    List<Integer> froms = new ArrayList<>();
    all.add(logs);
    froms.add(from);
    for (Span one : past) {
      double[] other = values(one.from(), one.to());
      all.add(Courses.logs(other, floor(other)));
      froms.add(one.from());
    }
    return PhaseProfile.of(all, froms, period);
  }

  /** Log rates of a past campaign without its season, over as many steps as this one has. */
  private double[] shape(Span one, PhaseProfile season, int length) {
    double[] own = Courses.filled(values(one.from(), one.to()));
    double floor = floor(own);
    double[] rates = season.without(Courses.logs(own, floor), one.from());
    Arrays.setAll(rates, t -> Math.exp(rates[t]));
    return Courses.logs(Courses.resample(rates, length), 0);
  }

  /** What past campaigns and the goal say of how strong this one is. */
  private void ofOthers(CampaignLevel level, Span span, double[] shape, int seen) {
    double total = Math.log(Arrays.stream(shape).map(Math::exp).sum());
    double before = before(span.from());
    boolean relative = before > 0 && past.stream().allMatch(one -> before(one.from()) > 0);
    List<Double> levels = new ArrayList<>();
    List<Double> reached = new ArrayList<>();
    for (Span one : past) {
      double sum = Arrays.stream(Courses.filled(values(one.from(), one.to()))).sum();
      double rate = Math.log(sum * span.length() / one.length()) - total;
      levels.add(relative ? rate + Math.log(before / before(one.from())) : rate);
      OptionalDouble goal = one.goal();
      if (goal.isPresent()) {
        reached.add(Math.log(sum / goal.getAsDouble()));
      }
    }
    // A course by itself says how strong it is; others only before it has shown itself.
    if (seen < period) {
      level.ofPast(levels);
    }
    if (span.goal().isPresent()) {
      double exact = Math.log(span.goal().getAsDouble()) - total;
      if (past.isEmpty() && before > 0 && seen < period) {
        level.ofFirstGoal(exact, Math.log(before * span.length()) - total);
      } else {
        level.ofGoal(exact, reached);
      }
    }
  }

  /** Mean of the seasons outside campaigns before a step; 0 where not known. */
  private double before(int step) {
    int to = Math.clamp(step, 0, calm.length);
    int wanted = SEASONS_BEFORE * period;
    double sum = 0;
    int seen = 0;
    for (int t = to - 1; t >= 0 && seen < wanted; t--) {
      if (Double.isFinite(calm[t])) {
        sum += Math.max(0, calm[t]);
        seen++;
      }
    }
    return seen < period ? 0 : sum / seen;
  }
}
