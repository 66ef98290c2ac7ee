package io.tiktoktoe.content.decay;

import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.content.insight.DecayCurve;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** An interval that is wider by this factor knows no half-life. */
  private static final double MOST_DOUBT = 25;

  /** Views below which a content has no curve of its own. */
  private static final double LEAST_VIEWS = 5;

  private static final int ROUNDS = 3;

  private double[][] views;
  private double[][] even;
  private final int[] over;
  private final double[] ages;
  private final List<CreatorContent> contents;
  private final Map<ContentKind, DecayFit> fits = new EnumMap<>(ContentKind.class);

  private Decays(ContentHistory history, AgedViews aged) {
    this.contents = history.contents();
    this.ages = aged.ages();
    this.over = new int[ages.length];
    double[] known = aged.known();
    for (int i = 0; i < ages.length; i++) {
      over[i] = AgeSpans.over(known[i]);
    }
    this.views = aged.bySpan(content -> DecayShape.USUAL);
    this.even = views;
  }

  /** Fits them. */
  public static Decays of(ContentHistory history, boolean[] machine, long seed) {
    AgedViews aged = new AgedViews(history, machine);
    Decays decays = new Decays(history, aged);
    for (int round = 0; round < ROUNDS; round++) {
      AudienceLevel level = AudienceLevel.of(history, decays.views, decays.ages);
      decays.even = decays.evened(level);
      decays.fit(seed, round == ROUNDS - 1);
      decays.views = aged.bySpan(content -> decays.fit(content).shape());
    }
    return decays;
  }

  /** Views as they would be at an even audience. */
  private double[][] evened(AudienceLevel level) {
    double[][] all = new double[views.length][AgeSpans.SIZE];
    for (int i = 0; i < all.length; i++) {
      double published = contents.get(i).published().getEpochSecond();
      for (int span = 0; span < over[i]; span++) {
        all[i][span] =
            views[i][span]
                / level.mean(
                    published + AgeSpans.from(span) * DAY, published + AgeSpans.to(span) * DAY);
      }
    }
    return all;
  }

  private void fit(long seed, boolean resample) {
    int rounds = resample ? DecayFit.BOOTSTRAPS : 0;
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < over.length; i++) {
      if (over[i] > 0) {
        all.add(i);
      }
    }
    DecayFit pooled = fit(all, DecayFit.usual(), 0, seed);
    for (ContentKind kind : ContentKind.values()) {
      List<Integer> own = all.stream().filter(i -> contents.get(i).kind() == kind).toList();
      fits.put(kind, fit(own, pooled, rounds, seed));
    }
  }

  private DecayFit fit(List<Integer> own, DecayFit prior, int rounds, long seed) {
    return DecayFit.of(
        own.stream().map(i -> even[i]).toArray(double[][]::new),
        own.stream().mapToInt(i -> over[i]).toArray(),
        prior,
        rounds,
        seed);
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
    boolean known =
        half <= oldest(contents.get(content).kind()) && interval.hi() <= MOST_DOUBT * interval.lo();
    double total = all / shape.seen(AgeSpans.to(spans - 1));
    for (int span = 0; span < spans; span++) {
      double width = AgeSpans.to(span) - AgeSpans.from(span);
      middles[span] = (AgeSpans.from(span) + AgeSpans.to(span)) / 2;
      observed[span] = views[content][span] / width;
      fitted[span] =
          total * (shape.seen(AgeSpans.to(span)) - shape.seen(AgeSpans.from(span))) / width;
    }
    return new DecayCurve(
        middles,
        observed,
        fitted,
        known ? Optional.of(half) : Optional.empty(),
        interval,
        shape.tail(),
        Math.min(1, shape.seen(ages[content]) / shape.seen(DecayShape.END_DAYS)));
  }

  /** The age up to which views of a kind were seen. */
  private double oldest(ContentKind kind) {
    double oldest = 0;
    for (int i = 0; i < ages.length; i++) {
      if (contents.get(i).kind() == kind && Arrays.stream(views[i]).sum() >= LEAST_VIEWS) {
        oldest = Math.max(oldest, ages[i]);
      }
    }
    return oldest;
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
      weights[i] = likelihood(content, shape.stretched(Math.exp(logs[i]))) - place * place / 2;
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
    double all = 0;
    double sum = 0;
    for (int span = 0; span < spans; span++) {
      double mass = shape.seen(AgeSpans.to(span)) - shape.seen(AgeSpans.from(span));
      sum += even[content][span] * (Math.log(mass + 1e-300) - log);
      all += even[content][span];
    }
    return sum * DecayFit.weight(all);
  }
}
