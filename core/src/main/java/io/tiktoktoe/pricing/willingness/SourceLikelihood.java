package io.tiktoktoe.pricing.willingness;

import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.insight.PriceExposure;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.Source;
import io.tiktoktoe.stats.Interval;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Likelihood of what each source says, given a possible truth; logarithms. */
final class SourceLikelihood {

  /** What people say they would pay over what they pay: median of studies (Murphy 2005). */
  private static final double SAID_OVER_PAID = 1.35;

  /** Standard deviation of its logarithm between studies. */
  private static final double BIAS_DEVIATION = .3;

  /** How far a product's median lies from its competitors' prices, in logarithms. */
  private static final double MARKET_DEVIATION = .6;

  /** Gauss and Hermite's five places of a standard normal, and their weights. */
  private static final double[] NODES = {-2.85697, -1.355626, 0, 1.355626, 2.85697};

  private static final double[] NODE_WEIGHTS = {.0112574, .2220759, .5333333, .2220759, .0112574};

  private final double today;
  private final MarketContext context;

  /** Of the competitors' logarithmic prices; NaN without any. */
  private final double marketMean;

  /**
   * Of the logarithms of what people said they would pay at most: count, mean, squares about it.
   */
  private final int said;

  private final double saidMean;
  private final double saidSquares;

  SourceLikelihood(double today, MarketContext context) {
    this.today = today;
    this.context = context;
    this.marketMean =
        context.competitors().stream().mapToDouble(Math::log).average().orElse(Double.NaN);
    double[] stated =
        context.survey().stream()
            .filter(answer -> answer.isOrdered(false) && answer.expensive() > 0)
            .mapToDouble(SourceLikelihood::between)
            .toArray();
    this.said = stated.length;
    this.saidMean = Arrays.stream(stated).average().orElse(0);
    this.saidSquares = Arrays.stream(stated).map(one -> square(one - saidMean)).sum();
  }

  /** Whether a source says anything. */
  boolean says(Source source) {
    return switch (source) {
      case MARKET -> !context.competitors().isEmpty();
      case SURVEY -> said > 0 || context.exposures().stream().anyMatch(asked());
      case HISTORY ->
          context.elasticity().flatMap(one -> one.interval()).isPresent()
              || !context.exposures().stream().allMatch(asked());
    };
  }

  private static Predicate<PriceExposure> asked() {
    return PriceExposure::hypothetical;
  }

  /** What a source says of a truth. */
  double log(PossibleDemand truth, Source source) {
    return switch (source) {
      case MARKET -> market(truth);
      case SURVEY -> survey(truth) + exposed(truth, true);
      case HISTORY -> elasticity(truth) + exposed(truth, false);
    };
  }

  private double market(PossibleDemand truth) {
    return Double.isNaN(marketMean)
        ? 0
        : -square((truth.logMean() - marketMean) / MARKET_DEVIATION) / 2;
  }

  /** What each would pay at most lies between getting expensive and too expensive. */
  private static double between(SurveyAnswer answer) {
    return (Math.log(answer.expensive()) + Math.log(answer.tooExpensive())) / 2;
  }

  private double survey(PossibleDemand truth) {
    if (said == 0) {
      return 0;
    }
    double deviation = truth.deviation();
    double variance = square(deviation) / said + square(BIAS_DEVIATION);
    double log = -square(saidMean - truth.logMean() - Math.log(SAID_OVER_PAID)) / (2 * variance);
    log -= Math.log(variance) / 2;
    // Stated prices spread as willingness does, but a survey is no census: a few say enough.
    double told = Math.min(said - 1, 20);
    return said < 2
        ? log
        : log
            - told * Math.log(deviation)
            - told * saidSquares / ((said - 1) * 2 * square(deviation));
  }

  private double elasticity(PossibleDemand truth) {
    if (context.elasticity().flatMap(one -> one.interval()).isEmpty()) {
      return 0;
    }
    OptionalDouble mean = context.elasticity().orElseThrow().elasticity();
    Interval interval = context.elasticity().orElseThrow().interval().orElseThrow();
    double error = Math.max(1e-3, interval.width() / (2 * Interval.z(Interval.WIDE)));
    return mean.isEmpty() ? 0 : -square((truth.elasticity(today) - mean.getAsDouble()) / error) / 2;
  }

  /**
   * What prices that were shown, or asked about, say. Asked about a price, people answer as if it
   * were lower by the bias, of which only its spread between studies is known.
   */
  private double exposed(PossibleDemand truth, boolean hypothetical) {
    if (!hypothetical) {
      return exposed(truth, false, 1);
    }
    double[] logs = new double[NODES.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int at = 0; at < NODES.length; at++) {
      double bias = SAID_OVER_PAID * Math.exp(BIAS_DEVIATION * NODES[at]);
      logs[at] = exposed(truth, true, bias);
      most = Math.max(most, logs[at]);
    }
    double sum = 0;
    for (int at = 0; at < NODES.length; at++) {
      sum += NODE_WEIGHTS[at] * Math.exp(logs[at] - most);
    }
    return most + Math.log(sum);
  }

  private double exposed(PossibleDemand truth, boolean hypothetical, double bias) {
    double log = 0;
    for (PriceExposure exposure : context.exposures()) {
      if (exposure.hypothetical() == hypothetical) {
        double share = truth.interested() * truth.buys(exposure.price() / bias);
        double chance = Math.clamp(share, 1e-12, 1 - 1e-12);
        log +=
            exposure.bought() * Math.log(chance)
                + (exposure.shown() - exposure.bought()) * Math.log1p(-chance);
      }
    }
    return log;
  }

  private static double square(double value) {
    return value * value;
  }
}
