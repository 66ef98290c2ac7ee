package io.tiktoktoe.content.card;

import io.tiktoktoe.content.act.AgeGrid;
import io.tiktoktoe.content.act.ContentCounts;
import io.tiktoktoe.content.attribution.Attribution;
import io.tiktoktoe.content.card.Percentiles.Scaled;
import io.tiktoktoe.content.insight.ContentMeasure;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.ContentPayments.Kind;
import io.tiktoktoe.content.insight.CreatorContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The measures of every content up to each age, and the scale on which each is compared. */
final class Measures {

  /** Variance of one view's share watched, on the scale of normal scores. */
  private static final double VIEW_VARIANCE = 4;

  private final ContentCounts counts;
  private final Attribution attribution;
  private final long[] durations;
  private final Map<Integer, double[]> completions = new HashMap<>();
  private final double payment;
  private final double order;
  private final double deal;

  Measures(ContentCounts counts, Attribution attribution) {
    this.counts = counts;
    this.attribution = attribution;
    List<CreatorContent> contents = attribution.history().contents();
    this.durations = contents.stream().mapToLong(CreatorContent::durationMs).toArray();
    ContentPayments payments = attribution.history().payments();
    this.payment = mean(payments, Kind.TIP);
    this.order = mean(payments, Kind.ORDER);
    this.deal = mean(payments, Kind.BRAND_DEAL);
  }

  /** The mean payment of a kind, minor units: amounts count as so many of them. */
  private static double mean(ContentPayments payments, Kind kind) {
    double sum = 0;
    int count = 0;
    for (int row = 0; row < payments.size(); row++) {
      if (payments.kind()[row] == kind.ordinal() && payments.net()[row] > 0) {
        sum += payments.net()[row];
        count++;
      }
    }
    return count > 0 ? sum / count : 100;
  }

  /** A content's measure up to an age, in its own unit. */
  double value(ContentMeasure measure, int content, int place) {
    double views = counts.views()[place][content];
    return switch (measure) {
      case VIEWS -> views;
      case COMPLETION -> completion(place)[content];
      case INTERACTIONS -> views > 0 ? counts.interactions()[place][content] / views : 0;
      case SHARE_VELOCITY ->
          counts.weightedShares()[place][content] / ContentCounts.weightedHours(place);
      case DIRECT_REVENUE -> attribution.directWithin()[place][content];
      case SUBSCRIBER_GROWTH -> attribution.startsWithin()[place][content];
      case MERCHANDISE -> attribution.merchandiseWithin()[place][content];
      case BRAND_DEALS -> attribution.brandWithin()[place][content];
      case NEW_FOLLOWERS -> counts.follows()[place][content];
      case AUDIENCE_EXPANSION -> counts.newFans()[place][content];
      case CROSS_PLATFORM -> views > 0 ? counts.elsewhere()[place][content] / views : 0;
    };
  }

  /** The same on a scale on which contents are about normal. */
  Scaled scaled(ContentMeasure measure, int content, int place) {
    double views = counts.views()[place][content];
    double value = value(measure, content, place);
    return switch (measure) {
      case VIEWS, SUBSCRIBER_GROWTH, NEW_FOLLOWERS, AUDIENCE_EXPANSION -> Scaled.count(value);
      case COMPLETION ->
          views > 0 && durations[content] > 0
              ? new Scaled(normalScore(value), VIEW_VARIANCE / views)
              : new Scaled(0, Double.POSITIVE_INFINITY);
      case INTERACTIONS -> Scaled.rate(counts.interactions()[place][content], views);
      case SHARE_VELOCITY -> Scaled.count(counts.weightedShares()[place][content]);
      case DIRECT_REVENUE -> Scaled.count(value / payment);
      case MERCHANDISE -> Scaled.count(value / order);
      case BRAND_DEALS -> Scaled.count(value / deal);
      case CROSS_PLATFORM -> Scaled.share(counts.elsewhere()[place][content], views);
    };
  }

  private static double normalScore(double share) {
    return NormalDistribution.of(0, 1)
        .inverseCumulativeProbability(Math.clamp(share, 1e-3, 1 - 1e-3));
  }

  private double[] completion(int place) {
    return completions.computeIfAbsent(
        Math.min(place, AgeGrid.SIZE),
        age -> {
          double[] shares = new double[durations.length];
          for (int i = 0; i < shares.length; i++) {
            shares[i] = counts.watchedShare()[age][i] / counts.views()[age][i];
          }
          return Completion.debiased(shares, durations);
        });
  }
}
