package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.audience.lifetime.base.CountDistribution;
import io.tiktoktoe.audience.lifetime.base.CustomerBaseModel;
import io.tiktoktoe.audience.lifetime.base.PurchaseFit;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Substreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What is foretold of customers alike, one group after the other. For one thread. */
final class GroupForecast {

  private static final double YEAR_WEEKS = 365.25 / Summarised.UNIT_DAYS;

  /** Slices of the horizon, each discounted at its middle. */
  private static final int SLICES = 12;

  /**
   * From this many customers on, what is not known of the parameters is nothing for one of them.
   */
  private static final int MANY = 2_000;

  private static final int DRAWS = 8;

  private final StackedModel model;
  private final List<CustomerBaseModel.Prediction> ahead = new ArrayList<>();
  private final List<CustomerBaseModel.Prediction> drawn = new ArrayList<>();
  private final List<Double> drawnWeights = new ArrayList<>();
  private final List<CustomerBaseModel.Prediction> slices = new ArrayList<>();
  private final CountDistribution counts = new CountDistribution();
  private final SpendForecast spend;
  private double alive;
  private double mean;
  private double discount = 1;

  GroupForecast(StackedModel model, double horizonDays) {
    this.model = model;
    double weeks = model.weeks(horizonDays);
    for (int m = 0; m < model.fits().size(); m++) {
      PurchaseFit fit = model.fits().get(m);
      ahead.add(fit.prediction(weeks));
      draw(fit, model.weights()[m], weeks, m);
    }
    if (model.options().annualDiscount() > 0) {
      for (int slice = 1; slice < SLICES; slice++) {
        for (PurchaseFit fit : model.fits()) {
          slices.add(fit.prediction(weeks * slice / SLICES));
        }
      }
    }
    this.spend = new SpendForecast(model.spend());
    this.weeks = weeks;
  }

  private final double weeks;

  /** The parameters themselves, or draws of what they may be where the customers are few. */
  private void draw(PurchaseFit fit, double weight, double weeks, int m) {
    if (fit.customers() >= MANY) {
      drawn.add(ahead.getLast());
      drawnWeights.add(weight);
      return;
    }
    SplittableRandom random = Substreams.of(model.options().seed(), "lifetimes", m);
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] normal = new double[fit.estimate().logs().length];
      for (int i = 0; i < normal.length; i++) {
        normal[i] = random.nextGaussian();
      }
      drawn.add(fit.model().prediction(fit.estimate().drawn(normal), weeks));
      drawnWeights.add(weight / DRAWS);
    }
  }

  /** Turns to a group. */
  void group(int x, double recency, double age) {
    alive = 0;
    mean = 0;
    for (int m = 0; m < ahead.size(); m++) {
      alive += model.weights()[m] * ahead.get(m).alive(x, recency, age);
      mean += model.weights()[m] * ahead.get(m).mean(x, recency, age);
    }
    counts.clear();
    for (int m = 0; m < drawn.size(); m++) {
      drawn.get(m).addTo(counts, drawnWeights.get(m), x, recency, age);
    }
    discount = discount(x, recency, age);
    spend.counts(counts);
  }

  /** Share of its amount that money has which comes over the horizon as these customers buy. */
  private double discount(int x, double recency, double age) {
    double rate = model.options().annualDiscount();
    if (rate == 0 || mean == 0) {
      return 1;
    }
    double before = 0;
    double sum = 0;
    for (int slice = 1; slice <= SLICES; slice++) {
      double until = slice == SLICES ? mean : until(slice, x, recency, age);
      double years = weeks * (slice - .5) / SLICES / YEAR_WEEKS;
      sum += (until - before) * Math.pow(1 + rate, -years);
      before = until;
    }
    return sum / mean;
  }

  private double until(int slice, int x, double recency, double age) {
    double sum = 0;
    for (int m = 0; m < model.weights().length; m++) {
      CustomerBaseModel.Prediction one = slices.get((slice - 1) * model.weights().length + m);
      sum += model.weights()[m] * one.mean(x, recency, age);
    }
    return sum;
  }

  /** Writes what is foretold of a customer of the group. */
  void write(FanValues values, int customer, PurchaseSummaries all) {
    values.pAlive()[customer] = alive;
    values.purchases()[customer] = mean;
    values.purchasesVariance()[customer] = counts.variance();
    double none = counts.bins() > 0 ? counts.probability(0) : 1;
    double[] narrow = levels(Interval.NARROW, none);
    double[] wide = levels(Interval.WIDE, none);
    values.purchasesLo68()[customer] = counts.quantile(narrow[0]);
    values.purchasesHi68()[customer] = counts.quantile(narrow[1]);
    values.purchasesLo95()[customer] = counts.quantile(wide[0]);
    values.purchasesHi95()[customer] = counts.quantile(wide[1]);
    Optional<GammaGamma> gamma = model.spend();
    if (gamma.isPresent()) {
      double priced = all.hasSpend() ? all.priced()[customer] : 0;
      double spent = priced > 0 ? all.spend()[customer] : 0;
      spend.customer(priced, spent, discount);
      values.value()[customer] = mean * gamma.get().mean(priced, spent) * discount;
      values.valueVariance()[customer] = spend.variance();
      values.lo68()[customer] = spend.quantile(narrow[0]);
      values.hi68()[customer] = spend.quantile(narrow[1]);
      values.lo95()[customer] = spend.quantile(wide[0]);
      values.hi95()[customer] = spend.quantile(wide[1]);
    }
  }

  /**
   * The probabilities below the ends of an interval: equal tails, unless nothing at all is likelier
   * than the lower one; then it begins there and the whole tail lies above.
   */
  private static double[] levels(double confidence, double none) {
    double tail = Interval.lowerTail(confidence);
    return none > tail
        ? new double[] {0, confidence}
        : new double[] {tail, Interval.upperTail(confidence)};
  }
}
