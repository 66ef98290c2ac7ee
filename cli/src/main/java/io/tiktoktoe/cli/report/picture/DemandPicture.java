package io.tiktoktoe.cli.report.picture;

import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.pricing.insight.PricingStrategy;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.DemandPoint;
import java.util.List;

/** The demand curve over prices with its band, and what each price would bring. */
public final class DemandPicture {

  private static final int HEIGHT = 9;
  private static final int LEAST_POINTS = 3;

  private DemandPicture() {}

  public static void write(PricingStrategy strategy, Page page) {
    boolean shown = !strategy.willingness().shown().isEmpty();
    List<DemandPoint> curve =
        shown ? strategy.willingness().shown() : strategy.willingness().curve();
    if (curve.size() < LEAST_POINTS) {
      return;
    }
    double[] price = curve.stream().mapToDouble(DemandPoint::price).toArray();
    double[] share = curve.stream().mapToDouble(DemandPoint::share).toArray();
    double[] low = curve.stream().mapToDouble(one -> one.band().lo()).toArray();
    double[] high = curve.stream().mapToDouble(one -> one.band().hi()).toArray();
    double top = java.util.Arrays.stream(high).max().orElse(1);
    page.line("");
    page.aside(
        shown
            ? "  share of those who see it that buys (b), 95% band (.), both (+)"
            : "  share of those who would buy at some price (b), 95% band (.), both (+)");
    new LinePicture(page.look(), HEIGHT, price[0], price[price.length - 1], top)
        .curve('.', price, low)
        .curve('.', price, high)
        .curve('b', price, share)
        .lines(page.look())
        .forEach(page::line);
  }
}
