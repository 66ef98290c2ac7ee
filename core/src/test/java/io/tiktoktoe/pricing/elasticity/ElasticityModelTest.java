package io.tiktoktoe.pricing.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.ElasticityEstimate.Evidence;
import io.tiktoktoe.pricing.insight.ElasticityEstimate.Method;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.work.Progress;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Elasticities against simulated truth, and histories from which little can be learned. */
class ElasticityModelTest {

  private static final ElasticityOptions PLAIN = ElasticityOptions.defaults();

  /** What makes a simulated market hard. */
  private enum Trouble {
    /** Nothing. */
    NONE,
    /** Errors of neighbouring weeks hang together, and their size grows with the price. */
    LASTING_ERRORS,
    /** Small whole numbers, many of them 0. */
    FEW_SALES,
    /** A fifth of the weeks sells out. */
    SOLD_OUT,
    /** The price is set high when demand is, by a curved rule that a control shows. */
    CONFOUNDED
  }

  /**
   * Of 600 intervals at .95; 551 or more hold the truth (.93 less 2.5 errors) but for once in 100
   * seeds were they exact: the seed is fixed, so this cannot fail by chance.
   */
  @ParameterizedTest
  @EnumSource(Trouble.class)
  void intervalsHoldTheTruth(Trouble trouble) {
    SplittableRandom random = new SplittableRandom(31);
    int held = 0;
    int products = 0;
    for (int market = 0; market < 20; market++) {
      double[] truth = new double[30];
      DemandHistory history = market(trouble, truth, 104, random);
      Elasticities told =
          ElasticityModel.estimate(
              history, PLAIN.withDoubleMl(trouble == Trouble.CONFOUNDED), 2, Progress.SILENT);
      for (int product = 0; product < truth.length; product++) {
        ElasticityEstimate one = told.products().get(product);
        held += one.interval().orElseThrow().contains(truth[product]) ? 1 : 0;
        products++;
      }
    }
    assertThat(products).isEqualTo(600);
    assertThat(held).isGreaterThanOrEqualTo((int) (.93 * products));
  }

  private static DemandHistory market(
      Trouble trouble, double[] truth, int weeks, SplittableRandom random) {
    DemandHistory.Builder rows = DemandHistory.withControls(List.of("weather"));
    for (int product = 0; product < truth.length; product++) {
      truth[product] = Math.min(-.1, -2 + .7 * random.nextGaussian());
      double size = trouble == Trouble.FEW_SALES ? 1 : 5 + random.nextGaussian();
      double lasting = 0;
      for (int week = 0; week < weeks; week++) {
        double weather = random.nextGaussian();
        double shift = trouble == Trouble.CONFOUNDED ? Math.exp(.6 * weather) - 1 : .2 * weather;
        double logPrice = .25 * random.nextGaussian();
        logPrice += trouble == Trouble.CONFOUNDED ? .4 * (Math.exp(.6 * weather) - 1) : 0;
        lasting = .6 * lasting + .25 * random.nextGaussian();
        double error =
            trouble == Trouble.LASTING_ERRORS
                ? lasting * Math.exp(logPrice)
                : .3 * random.nextGaussian();
        double log = size + truth[product] * logPrice + shift + error;
        boolean soldOut = false;
        double quantity = Math.exp(log);
        if (trouble == Trouble.FEW_SALES) {
          quantity = poisson(quantity, random);
        } else if (trouble == Trouble.SOLD_OUT && log > size + .55) {
          quantity = Math.exp(size + .55);
          soldOut = true;
        }
        rows.add("p" + product, "all", week, Math.exp(logPrice), quantity, soldOut, weather);
      }
    }
    return rows.build();
  }

  private static double poisson(double mean, SplittableRandom random) {
    double left = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > left) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  @Test
  void doubleMlEscapesTheConfounderThatLeastSquaresFallsFor() {
    double[] truth = new double[30];
    DemandHistory history = market(Trouble.CONFOUNDED, truth, 104, new SplittableRandom(5));
    double plain = bias(ElasticityModel.estimate(history, PLAIN, 2, Progress.SILENT), truth);
    double flexible =
        bias(
            ElasticityModel.estimate(history, PLAIN.withDoubleMl(true), 2, Progress.SILENT), truth);
    assertThat(Math.abs(flexible)).isLessThan(Math.abs(plain) / 2);
  }

  private static double bias(Elasticities told, double[] truth) {
    double sum = 0;
    for (int product = 0; product < truth.length; product++) {
      sum += (told.products().get(product).own().orElseThrow() - truth[product]) / truth.length;
    }
    return sum;
  }

  @Test
  void methodsFollowTheRows() {
    double[] truth = new double[2];
    SplittableRandom random = new SplittableRandom(2);
    assertThat(first(market(Trouble.NONE, truth, 60, random)).method()).isEqualTo(Method.LOG_LOG);
    assertThat(first(market(Trouble.FEW_SALES, truth, 60, random)).method())
        .isEqualTo(Method.POISSON);
    assertThat(first(market(Trouble.SOLD_OUT, truth, 60, random)).method())
        .isEqualTo(Method.CENSORED);
  }

  @Test
  void soldOutWeeksTakenForDemandWouldMislead() {
    double[] truth = new double[40];
    DemandHistory history = market(Trouble.SOLD_OUT, truth, 104, new SplittableRandom(8));
    DemandHistory.Builder blind = DemandHistory.withControls(List.of("weather"));
    for (int row = 0; row < history.rows(); row++) {
      blind.add(
          history.product(row),
          "all",
          history.period(row),
          history.price(row),
          history.quantity(row),
          false,
          history.control(0, row));
    }
    double told = bias(ElasticityModel.estimate(history, PLAIN, 2, Progress.SILENT), truth);
    double misled = bias(ElasticityModel.estimate(blind.build(), PLAIN, 2, Progress.SILENT), truth);
    assertThat(Math.abs(told)).isLessThan(Math.abs(misled) / 2);
  }

  @Test
  void aPriceThatNeverChangedIsSaidAndTakenFromTheOthers() {
    double[] truth = new double[12];
    DemandHistory known = market(Trouble.NONE, truth, 60, new SplittableRandom(3));
    DemandHistory.Builder rows = copy(known);
    for (int week = 0; week < 60; week++) {
      rows.add("still", "all", week, 5, 10 + week % 7, false, 0);
    }
    ElasticityEstimate still =
        ElasticityModel.estimate(rows.build(), PLAIN, 1, Progress.SILENT).products().getLast();
    assertThat(still.evidence()).isEqualTo(Evidence.PRICE_NEVER_CHANGED);
    assertThat(still.own()).isEmpty();
    assertThat(still.elasticity().orElseThrow()).isBetween(-3.0, -1.0);
    assertThat(still.interval().orElseThrow().width()).isGreaterThan(1.5);
  }

  private static DemandHistory.Builder copy(DemandHistory history) {
    DemandHistory.Builder rows = DemandHistory.withControls(history.controlNames());
    for (int row = 0; row < history.rows(); row++) {
      rows.add(
          history.product(row),
          history.unit(row),
          history.period(row),
          history.price(row),
          history.quantity(row),
          history.soldOut(row),
          history.control(0, row));
    }
    return rows;
  }

  @Test
  void aLoneProductWithoutEvidenceHasNone() {
    DemandHistory.Builder still = DemandHistory.withControls(List.of());
    DemandHistory.Builder free = DemandHistory.withControls(List.of());
    for (int week = 0; week < 30; week++) {
      still.add("p", "all", week, 5, 10 + week % 7, false);
      free.add("p", "all", week, 0, 10 + week % 7, false);
    }
    assertThat(first(still.build()).evidence()).isEqualTo(Evidence.PRICE_NEVER_CHANGED);
    assertThat(first(still.build()).elasticity()).isEmpty();
    assertThat(first(free.build()).evidence()).isEqualTo(Evidence.FREE);
    DemandHistory one = DemandHistory.withControls(List.of()).add("p", "a", 0, 5, 3, false).build();
    assertThat(first(one).evidence()).isEqualTo(Evidence.TOO_FEW_ROWS);
    DemandHistory nothingSold =
        DemandHistory.withControls(List.of())
            .add("p", "a", 0, 5, 0, false)
            .add("p", "a", 1, 6, 0, false)
            .add("p", "a", 2, 7, 0, false)
            .add("p", "a", 3, 8, 0, false)
            .build();
    assertThat(first(nothingSold).evidence()).isEqualTo(Evidence.TOO_FEW_ROWS);
  }

  @Test
  void aPriceThatFollowsTheSeasonIsNotTakenForDemand() {
    DemandHistory.Builder rows = DemandHistory.withControls(List.of());
    for (int week = 0; week < 104; week++) {
      double season = Math.sin(2 * Math.PI * week / 52);
      rows.add("p", "all", week, Math.exp(.2 * season), 100 * Math.exp(.5 * season), false);
    }
    ElasticityEstimate told =
        ElasticityModel.estimate(rows.build(), PLAIN.withSeason(52), 1, Progress.SILENT)
            .products()
            .getFirst();
    assertThat(told.evidence()).isEqualTo(Evidence.PRICE_FOLLOWS_CONTROLS);
    assertThat(told.elasticity()).isEmpty();
  }

  @Test
  void demandThatRisesWithThePriceIsPulledToZeroAtMost() {
    DemandHistory.Builder rows = DemandHistory.withControls(List.of());
    SplittableRandom random = new SplittableRandom(9);
    for (int week = 0; week < 60; week++) {
      double logPrice = .2 * random.nextGaussian();
      rows.add(
          "snob",
          "all",
          week,
          Math.exp(logPrice),
          Math.exp(3 + logPrice + .1 * random.nextGaussian()),
          false);
    }
    ElasticityEstimate snob = first(rows.build());
    assertThat(snob.own().orElseThrow()).isCloseTo(1, within(.3));
    assertThat(snob.elasticity().orElseThrow()).isBetween(-.5, 0.0);
    assertThat(snob.interval().orElseThrow().hi()).isLessThanOrEqualTo(0);
  }

  @Test
  void wrongNumbersAreRefusedAndMissingOnesLeftOut() {
    DemandHistory.Builder rows = DemandHistory.withControls(List.of());
    assertThatThrownBy(() -> rows.add("p", "a", 0, 5, -3, false))
        .hasMessageContaining("quantity (-3.0)");
    assertThatThrownBy(() -> rows.add("p", "a", 0, -5, 3, false))
        .hasMessageContaining("price (-5.0)");
    assertThatThrownBy(() -> rows.add("p", "a", 0, 5, 3, false, 1))
        .hasMessageContaining("controls (1)");
    rows.add("p", "a", 0, Double.NaN, 3, false).add("p", "a", 1, 5, Double.NaN, false);
    Elasticities told = ElasticityModel.estimate(rows.build(), PLAIN, 1, Progress.SILENT);
    assertThat(told.leftOut()).isEqualTo(2);
    assertThat(told.typical()).isEmpty();
  }

  private static ElasticityEstimate first(DemandHistory history) {
    return ElasticityModel.estimate(history, PLAIN, 1, Progress.SILENT).products().getFirst();
  }
}
