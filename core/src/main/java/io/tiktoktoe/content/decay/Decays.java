package io.tiktoktoe.content.decay;

import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentActs.Kind;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.content.insight.DecayCurve;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Decay curves of a creator's contents: one law a kind, and a clock for each content that runs
 * faster or slower as its own views say, shrunk to the kind's.
 */
public final class Decays {

  private static final double DAY = 86_400;

  /** Spread of the logarithm of contents' clocks about their kind's. */
  private static final double CLOCK_SPREAD = 0.25;

  private static final int CLOCKS = 41;
  private static final double CLOCK_REACH = 3;

  /** Views scatter so many times more than by chance alone, from day to day. */
  private static final double OVERDISPERSION = 6;

  /** Views below which a content has no curve of its own. */
  private static final double LEAST_VIEWS = 5;

  private final double[][] views;
  private final int[] over;
  private final double[] ages;
  private final List<CreatorContent> contents;
  private final Map<ContentKind, DecayFit> fits = new EnumMap<>(ContentKind.class);

  private Decays(ContentHistory history, boolean[] machine) {
    this.contents = history.contents();
    this.views = new double[contents.size()][AgeSpans.SIZE];
    this.over = new int[contents.size()];
    this.ages = new double[contents.size()];
    long end = history.dataThrough().getEpochSecond();
    for (int i = 0; i < ages.length; i++) {
      ages[i] = Math.max(0, (end - contents.get(i).published().getEpochSecond()) / DAY);
      over[i] = AgeSpans.over(ages[i]);
    }
    ContentActs acts = history.acts();
    for (int row = 0; row < acts.size(); row++) {
      if (acts.kind()[row] == Kind.VIEW.ordinal() && !machine[row]) {
        int content = acts.content()[row];
        double age =
            (acts.seconds()[row] - contents.get(content).published().getEpochSecond()) / DAY;
        views[content][AgeSpans.of(age)] += acts.quantity()[row];
      }
    }
  }

  /** Fits them. */
  public static Decays of(ContentHistory history, boolean[] machine, long seed) {
    Decays decays = new Decays(history, machine);
    for (ContentKind kind : ContentKind.values()) {
      List<Integer> own = new ArrayList<>();
      for (int i = 0; i < decays.contents.size(); i++) {
        if (decays.contents.get(i).kind() == kind && decays.over[i] > 0) {
          own.add(i);
        }
      }
      decays.fits.put(
          kind,
          DecayFit.of(
              own.stream().map(i -> decays.views[i]).toArray(double[][]::new),
              own.stream().mapToInt(i -> decays.over[i]).toArray(),
              seed));
    }
    return decays;
  }

  private DecayFit fit(int content) {
    return Objects.requireNonNull(fits.get(contents.get(content).kind()));
  }

  /** The share of all views of a content's kind that come up to an age in days. */
  public double seen(int content, double age) {
    return fit(content).shape().seen(age);
  }

  /** Its age in days, 0 when it lies ahead. */
  public double age(int content) {
    return ages[content];
  }

  /** The curve of one content; empty where there are too few views. */
  public Optional<DecayCurve> curve(int content) {
    double all = 0;
    for (int span = 0; span < over[content]; span++) {
      all += views[content][span];
    }
    if (over[content] == 0 || all < LEAST_VIEWS) {
      return Optional.empty();
    }
    DecayFit fit = fit(content);
    Clock clock = clock(content, fit.shape());
    DecayShape shape = fit.shape().stretched(Math.exp(clock.mean()));
    double half = shape.halfLife();
    double error = Math.sqrt(clock.variance() + fit.error() * fit.error());
    Interval interval = Interval.normal(Math.log(half), error, Interval.WIDE).map(Math::exp);
    return Optional.of(drawn(content, shape, all, half, interval));
  }

  private DecayCurve drawn(
      int content, DecayShape shape, double all, double half, Interval interval) {
    int spans = over[content];
    double[] middles = new double[spans];
    double[] observed = new double[spans];
    double[] fitted = new double[spans];
    double total = all / shape.seen(AgeSpans.to(spans - 1));
    for (int span = 0; span < spans; span++) {
      double width = AgeSpans.to(span) - AgeSpans.from(span);
      middles[span] = (AgeSpans.from(span) + AgeSpans.to(span)) / 2;
      observed[span] = views[content][span] / width;
      fitted[span] =
          total * (shape.seen(AgeSpans.to(span)) - shape.seen(AgeSpans.from(span))) / width;
    }
    return new DecayCurve(
        middles, observed, fitted, half, interval, shape.tail(), shape.seen(ages[content]));
  }

  /** Posterior mean and variance of the logarithm of a content's clock. */
  private record Clock(double mean, double variance) {}

  private Clock clock(int content, DecayShape shape) {
    double[] logs = new double[CLOCKS];
    double[] weights = new double[CLOCKS];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < CLOCKS; i++) {
      double place = CLOCK_REACH * (2.0 * i / (CLOCKS - 1) - 1);
      logs[i] = CLOCK_SPREAD * place;
      weights[i] =
          likelihood(content, shape.stretched(Math.exp(logs[i]))) / OVERDISPERSION
              - place * place / 2;
      most = Math.max(most, weights[i]);
    }
    double sum = 0;
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < CLOCKS; i++) {
      double weight = Math.exp(weights[i] - most);
      sum += weight;
      mean += weight * logs[i];
      squares += weight * logs[i] * logs[i];
    }
    mean /= sum;
    return new Clock(mean, Math.max(1e-6, squares / sum - mean * mean));
  }

  private double likelihood(int content, DecayShape shape) {
    int spans = over[content];
    double log = Math.log(shape.seen(AgeSpans.to(spans - 1)));
    double sum = 0;
    for (int span = 0; span < spans; span++) {
      double mass = shape.seen(AgeSpans.to(span)) - shape.seen(AgeSpans.from(span));
      sum += views[content][span] * (Math.log(mass + 1e-300) - log);
    }
    return sum;
  }
}
