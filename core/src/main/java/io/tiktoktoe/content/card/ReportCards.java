package io.tiktoktoe.content.card;

import io.tiktoktoe.content.act.AgeGrid;
import io.tiktoktoe.content.act.ContentCounts;
import io.tiktoktoe.content.attribution.Attribution;
import io.tiktoktoe.content.card.Percentiles.Place;
import io.tiktoktoe.content.card.Percentiles.Scaled;
import io.tiktoktoe.content.insight.ContentMeasure;
import io.tiktoktoe.content.insight.DimensionScore;
import io.tiktoktoe.content.insight.MeasureScore;
import io.tiktoktoe.content.insight.PerformanceDimension;
import io.tiktoktoe.content.insight.Timeframe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Writes report cards: every measure at every timeframe beside the content's cohort. */
public final class ReportCards {

  private static final double NO_CONFIDENCE = 1e-9;

  private final Measures measures;
  private final Cohorts cohorts;
  private final long[] published;
  private final long end;

  /** The cards of one creator's contents as of a moment, seconds since 1970. */
  public ReportCards(ContentCounts counts, Attribution attribution, Cohorts cohorts, long end) {
    this.measures = new Measures(counts, attribution);
    this.cohorts = cohorts;
    this.published = counts.published();
    this.end = end;
  }

  /** The scores of one content; none where it has not reached the first age. */
  public List<MeasureScore> scores(int content) {
    List<MeasureScore> scores = new ArrayList<>();
    long age = end - published[content];
    for (Timeframe timeframe : Timeframe.values()) {
      int place = AgeGrid.reached(timeframe, age);
      boolean begun = age > begins(timeframe);
      if (place < 0 || !begun) {
        continue;
      }
      Cohorts.Weighted cohort = cohorts.of(content, end - AgeGrid.seconds(place));
      boolean over = age >= timeframe.length().toSeconds();
      for (ContentMeasure measure : ContentMeasure.values()) {
        scores.add(score(content, measure, timeframe, place, cohort, over));
      }
    }
    return scores;
  }

  /** A timeframe begins where the one before it ends. */
  private static long begins(Timeframe timeframe) {
    return timeframe == Timeframe.IMMEDIATE
        ? 0
        : Timeframe.values()[timeframe.ordinal() - 1].length().toSeconds();
  }

  private MeasureScore score(
      int content,
      ContentMeasure measure,
      Timeframe timeframe,
      int place,
      Cohorts.Weighted cohort,
      boolean over) {
    int[] members = cohort.members();
    Scaled[] others = new Scaled[members.length];
    double[] values = new double[members.length];
    for (int i = 0; i < members.length; i++) {
      others[i] = measures.scaled(measure, members[i], place);
      values[i] = measures.value(measure, members[i], place);
    }
    Place placed =
        Percentiles.of(measures.scaled(measure, content, place), others, cohort.weights());
    return new MeasureScore(
        measure,
        timeframe,
        measures.value(measure, content, place),
        weightedMedian(values, cohort.weights()),
        placed.percentile(),
        placed.interval(),
        placed.confidence(),
        over);
  }

  private static double weightedMedian(double[] values, double[] weights) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double half = Arrays.stream(weights).sum() / 2;
    double running = 0;
    for (int i : order) {
      running += weights[i];
      if (running >= half) {
        return values[i];
      }
    }
    return 0;
  }

  /** Measures of one dimension together. */
  public static List<DimensionScore> dimensions(List<MeasureScore> scores) {
    List<DimensionScore> dimensions = new ArrayList<>();
    for (Timeframe timeframe : Timeframe.values()) {
      for (PerformanceDimension dimension : PerformanceDimension.values()) {
        List<MeasureScore> own =
            scores.stream()
                .filter(one -> one.timeframe() == timeframe)
                .filter(one -> one.measure().dimension() == dimension)
                .toList();
        if (!own.isEmpty()) {
          dimensions.add(together(dimension, timeframe, own));
        }
      }
    }
    return dimensions;
  }

  private static DimensionScore together(
      PerformanceDimension dimension, Timeframe timeframe, List<MeasureScore> own) {
    double weights = 0;
    double sum = 0;
    for (MeasureScore one : own) {
      weights += one.confidence() + NO_CONFIDENCE;
      sum += (one.confidence() + NO_CONFIDENCE) * one.percentile();
    }
    return new DimensionScore(dimension, timeframe, sum / weights, weights / own.size());
  }
}
