package io.tiktoktoe.pricing.test;

import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Mixture posterior of the chances of buying (Bayesian model averaging): Gaussian processes that
 * differ in how smooth demand is and in how it answers what was charged before, each by how likely
 * it makes what was seen. O(processes arms^3) once, O(arms^2) a draw.
 */
final class DemandPosterior {

  private static final List<SmoothDemand.Smoothness> SMOOTHNESS = smoothness();

  /** What is less likely is not worth a process. */
  private static final double LEAST = .001;

  private final int arms;
  private final List<SmoothDemand> processes = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();

  DemandPosterior(PriceTestPlan plan, PriceTestState state) {
    this.arms = plan.arms().size();
    double[] bought = state.arms().stream().mapToDouble(PriceTestState.Seen::bought).toArray();
    for (DemandReaction.Belief belief : DemandReaction.beliefs(plan, state)) {
      if (belief.weight() >= LEAST) {
        add(plan, belief, bought);
      }
    }
  }

  private static List<SmoothDemand.Smoothness> smoothness() {
    List<SmoothDemand.Smoothness> all = new ArrayList<>();
    for (double rough : new double[] {.05, .3, 1}) {
      for (double length : new double[] {.1, .3}) {
        all.add(new SmoothDemand.Smoothness(length, rough));
      }
    }
    return all;
  }

  private void add(PriceTestPlan plan, DemandReaction.Belief belief, double[] bought) {
    List<SmoothDemand> own = new ArrayList<>();
    // Without an order no price tells of another, so that smoothness makes no difference.
    for (var smoothness : plan.ordered() ? SMOOTHNESS : SMOOTHNESS.subList(0, 1)) {
      own.add(new SmoothDemand(plan.arms(), belief.persons(), bought, plan.ordered(), smoothness));
    }
    double most = own.stream().mapToDouble(SmoothDemand::evidence).max().orElseThrow();
    double[] shares = own.stream().mapToDouble(one -> Math.exp(one.evidence() - most)).toArray();
    double sum = Arrays.stream(shares).sum();
    for (int at = 0; at < shares.length; at++) {
      processes.add(own.get(at));
      weights.add(belief.weight() * shares[at] / sum);
    }
  }

  /** Draws chances of buying at all arms so many times; what is given is used again. */
  void draw(int draws, RandomGenerator random, Consumer<double[]> drawn) {
    double sum = weights.stream().mapToDouble(weight -> weight).sum();
    double[] chances = new double[arms];
    double until = 0;
    int done = 0;
    for (int at = 0; at < processes.size(); at++) {
      until += weights.get(at) / sum;
      // Each process has its part of the draws, which costs less chance than drawing it too.
      int end = at == processes.size() - 1 ? draws : (int) Math.round(until * draws);
      for (; done < end; done++) {
        processes.get(at).draw(chances, random);
        drawn.accept(chances);
      }
    }
  }
}
