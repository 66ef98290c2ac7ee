package io.tiktoktoe.audience.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.audience.lifetime.base.RetentionLikelihood;
import io.tiktoktoe.stats.Bfgs;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Gamma-Gamma, sBG, beta-discrete-Weibull and BG/BB. */
class SpendAndRetentionTest {

  private static void assertGradient(Bfgs.Smooth function, double... logs) {
    double[] gradient = new double[logs.length];
    function.at(logs, gradient);
    for (int i = 0; i < logs.length; i++) {
      double[] above = logs.clone();
      double[] below = logs.clone();
      above[i] += 1e-5;
      below[i] -= 1e-5;
      double numerical =
          (function.at(above, new double[logs.length])
                  - function.at(below, new double[logs.length]))
              / 2e-5;
      assertThat(gradient[i]).isCloseTo(numerical, within(1e-4 * (1 + Math.abs(numerical))));
    }
  }

  @Test
  void gradientsAreThoseOfTheLikelihoods() {
    double[] n = {1, 2, 7, 1, 40};
    double[] means = {.5, 1.5, .9, 4, 1.1};
    assertGradient(new GammaGamma.Likelihood(n, means), .5, 1.2, -.3);
    SubscriptionTerms terms = terms(new SimulatedCustomers(1), 200, .8, 2, 1.3);
    assertGradient(RetentionLikelihood.of(terms.terms(), terms.running(), false), -.2, .9);
    assertGradient(RetentionLikelihood.of(terms.terms(), terms.running(), true), -.2, .9, .3);
  }

  /** Bounds of 4 standard errors: falsely fails less than once in a thousand seeds. */
  @Test
  void gammaGammaIsFoundAgainAndForetellsMeans() {
    SimulatedCustomers draw = new SimulatedCustomers(3);
    int people = 3_000;
    int[] x = new int[people];
    double[] spend = new double[people];
    double[] truth = new double[people];
    for (int i = 0; i < people; i++) {
      x[i] = 1 + (int) (6 * draw.uniform());
      double rate = draw.gamma(3.5, 16);
      truth[i] = 5 / rate;
      spend[i] = draw.gamma(5 * x[i], rate) / x[i];
    }
    double[] ages = new double[people];
    Arrays.fill(ages, 50);
    GammaGamma model = GammaGamma.of(PurchaseSummaries.of(x, new double[people], ages, spend));
    double[] known = {Math.log(5), Math.log(3.5), Math.log(16)};
    for (int i = 0; i < known.length; i++) {
      assertThat(model.estimate().logs()[i])
          .isCloseTo(known[i], within(4 * model.estimate().errors()[i]));
    }
    double off = 0;
    double squares = 0;
    for (int i = 0; i < people; i++) {
      double error = truth[i] - model.mean(x[i], spend[i]);
      off += error;
      squares += error * error;
    }
    assertThat(Math.abs(off)).isLessThan(4.5 * Math.sqrt(squares));
  }

  private static SubscriptionTerms terms(
      SimulatedCustomers draw, int people, double alpha, double beta, double c) {
    int[] terms = new int[people];
    boolean[] running = new boolean[people];
    double[] price = new double[people];
    Arrays.fill(price, 10);
    for (int i = 0; i < people; i++) {
      double leaves = draw.beta(alpha, beta);
      int seen = 1 + (int) (12 * draw.uniform());
      terms[i] = 1;
      while (terms[i] < seen
          && draw.uniform()
              < Math.pow(1 - leaves, Math.pow(terms[i], c) - Math.pow(terms[i] - 1, c))) {
        terms[i]++;
      }
      running[i] = terms[i] == seen;
    }
    return new SubscriptionTerms(IntStream.range(0, people).toArray(), terms, running, price, 30);
  }

  /** Bounds of 4 standard errors. */
  @Test
  void retentionIsFoundAgainAndForetellsRenewals() {
    SubscriptionTerms all = terms(new SimulatedCustomers(5), 6_000, .9, 3, 1);
    RetentionModel model = LifetimeValue.fit(all, LifetimeOptions.of(365));
    FittedModel sbg = model.models().getFirst();
    assertThat(sbg.parameters().get("alpha"))
        .isCloseTo(.9, within(4 * sbg.standardErrors().get("alpha")));
    assertThat(sbg.parameters().get("beta"))
        .isCloseTo(3, within(4 * sbg.standardErrors().get("beta")));
    double[] survival = model.survival(3);
    assertThat(survival[0]).isEqualTo(1);
    assertThat(survival[1]).isCloseTo(3 / 3.9, within(.02));
    FanValues values = model.expected(all, 6_000, 90);
    int newest =
        IntStream.range(0, 6_000)
            .filter(i -> all.running()[i] && all.terms()[i] == 1)
            .findFirst()
            .orElseThrow();
    double renewals = survival[1] + survival[2] + survival[3];
    assertThat(values.purchases()[newest]).isCloseTo(renewals, within(1e-6));
    assertThat(values.value()[newest]).isCloseTo(10 * renewals, within(1e-6));
    assertThat(values.lo95()[newest]).isZero();
    assertThat(values.hi95()[newest]).isEqualTo(30);
    int gone = IntStream.range(0, 6_000).filter(i -> !all.running()[i]).findFirst().orElseThrow();
    assertThat(values.pAlive()[gone]).isZero();
    assertThat(values.value()[gone]).isZero();
  }

  @Test
  void subscriptionAndPurchasesOfOneFanAreOneValue() {
    SubscriptionTerms one =
        new SubscriptionTerms(
            new int[] {0}, new int[] {4}, new boolean[] {true}, new double[] {5}, 30);
    PurchaseLog log =
        PurchaseLog.of(2, new int[] {0, 0, 1}, new int[] {0, 40, 9}, new double[] {9, 8, 7});
    LifetimeOptions options = LifetimeOptions.of(90);
    FanValues bought =
        LifetimeValue.fit(log, 60, options).expected(PurchaseSummaries.of(log, 60), 90);
    FanValues kept = LifetimeValue.fit(one, options).expected(one, 2, 90);
    FanValues both = LifetimeValue.together(bought, kept);
    assertThat(both.value()[0]).isCloseTo(bought.value()[0] + kept.value()[0], within(1e-9));
    assertThat(both.pAlive()[0]).isEqualTo(1);
    assertThat(both.lo95()[0]).isLessThanOrEqualTo(both.value()[0]);
    assertThat(both.hi95()[0]).isBetween(both.value()[0], bought.hi95()[0] + kept.hi95()[0]);
    assertThat(both.value()[1]).isEqualTo(bought.value()[1]);
    assertThat(both.hi68()[1]).isCloseTo(bought.hi68()[1], within(1e-9));
    assertThatThrownBy(
            () ->
                LifetimeValue.together(
                    bought, LifetimeValue.fit(one, options).expected(one, 3, 90)))
        .hasMessageContaining("3");
  }

  /** Bounds of 4 standard errors; expectations of 4.5. */
  @Test
  void opportunitiesAreForetold() {
    SimulatedCustomers draw = new SimulatedCustomers(8);
    int people = 5_000;
    int[] x = new int[people];
    int[] last = new int[people];
    int[] opportunities = new int[people];
    double[] came = new double[people];
    for (int i = 0; i < people; i++) {
      opportunities[i] = 3 + i % 4;
      double takes = draw.beta(1.2, .8);
      double leaves = draw.beta(.7, 2.8);
      boolean here = true;
      for (int n = 1; n <= opportunities[i] + 3; n++) {
        here &= draw.uniform() >= leaves;
        if (here && draw.uniform() < takes) {
          if (n <= opportunities[i]) {
            x[i]++;
            last[i] = n;
          } else {
            came[i]++;
          }
        }
      }
    }
    double[] ones = new double[people];
    Arrays.fill(ones, 1);
    OpportunityCounts counts = new OpportunityCounts(x, last, opportunities, ones);
    OpportunityModel model = LifetimeValue.fit(counts);
    double[] known = {1.2, .8, .7, 2.8};
    int at = 0;
    for (String name : model.model().parameters().keySet()) {
      assertThat(Math.log(model.model().parameters().get(name)))
          .as(name)
          .isCloseTo(
              Math.log(known[at++]),
              within(
                  4
                      * model.model().standardErrors().get(name)
                      / model.model().parameters().get(name)));
    }
    double[] expected = model.expected(counts, 3);
    double off = 0;
    double squares = 0;
    for (int i = 0; i < people; i++) {
      off += came[i] - expected[i];
      squares += (came[i] - expected[i]) * (came[i] - expected[i]);
    }
    assertThat(Math.abs(off)).isLessThan(4.5 * Math.sqrt(squares));
    double all = 0;
    for (int n = 0; n <= 5; n++) {
      all += model.probability(n, 5);
    }
    assertThat(all).isCloseTo(1, within(1e-9));
  }
}
