package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanFeature;
import io.tiktoktoe.audience.insight.FanRate;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.segment.Feature;
import io.tiktoktoe.audience.segment.FeatureTable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The features by which fans are grouped: engagement, monetization, loyalty. */
public final class SegmentFeatures {

  private static final double MONTH = 30;

  private SegmentFeatures() {}

  /** Of an audience that has fans. */
  public static FeatureTable of(FanTable fans, Engagement engagement) {
    List<Feature> features =
        Arrays.stream(FanFeature.values())
            .map(one -> new Feature(one.label(), one.group()))
            .toList();
    return new FeatureTable(
        features,
        new double[][] {
          column(fans, fan -> MONTH * engagement.activeDays()[fan]),
          column(fans, fan -> monthly(fans, FanRate.INTERACTIONS, fan)),
          column(fans, fan -> monthly(fans, FanRate.WATCH_MINUTES, fan)),
          column(fans, fan -> Math.max(0, fans.count(FanCount.NET, fan))),
          column(fans, fan -> fans.count(FanCount.PURCHASE_DAYS, fan)),
          column(fans, fan -> fans.count(FanCount.MONTHLY, fan)),
          column(fans, fans::tenure),
          column(fans, fans::recency),
          column(fans, fan -> Long.bitCount(fans.activeMonths()[fan]))
        });
  }

  /** A decayed count as a rate a month: what a steady rate would have left over. */
  private static double monthly(FanTable fans, FanRate rate, int fan) {
    return MONTH * fans.rate(rate, fan) * Math.log(2) / FanLedger.HALF_LIFE;
  }

  private static double[] column(FanTable fans, IntToDoubleFunction value) {
    return IntStream.range(0, fans.size()).mapToDouble(value).toArray();
  }
}
