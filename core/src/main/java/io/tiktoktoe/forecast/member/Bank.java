package io.tiktoktoe.forecast.member;

import io.tiktoktoe.forecast.network.PretrainedNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The base forecasters of the combination: experts, Bayesian model, network. */
public final class Bank {

  /** Longer seasons have few cycles in most histories: they may be none. */
  private static final int SURE_SEASON = 24;

  /** Cycles that show what such a season brings. */
  private static final int SURE_CYCLES = 10;

  private final Map<List<Integer>, BayesianGains> gains = new ConcurrentHashMap<>();

  /** A bank that remembers what series with the same seasons share. Thread safe. */
  public Bank() {}

  /** Loads the network's weights when they are first needed. */
  private static final class Weights {
    static final PretrainedNetwork NETWORK = PretrainedNetwork.load();
  }

  /** Experts for a history whose parameters are estimated on {@code fitEnd} values. */
  public List<Expert> of(Prepared history, int fitEnd) {
    int inner = history.period();
    if (fitEnd < 2 * inner) {
      inner = 1;
    }
    int outer = inner;
    for (int period : history.periods()) {
      if (period > outer && period <= Prepared.LONGEST_SHAPE && fitEnd >= 2 * period) {
        outer = period;
      }
    }
    List<Expert> experts = new ArrayList<>();
    experts.add(new SeasonalNaive(inner));
    experts.add(new Ets(inner, false));
    experts.add(new Ets(inner, true));
    experts.add(new DynamicTheta(inner));
    experts.add(new ComplexSmoothing(inner));
    experts.add(new LevelShape(inner));
    if (outer > inner && inner > 1) {
      experts.add(new SeasonalNaive(outer));
      experts.add(new LevelShape(outer));
      experts.add(new DynamicTheta(outer));
      experts.add(new DoubleSeason(inner, outer));
      experts.add(new Transformed(new DoubleSeason(inner, outer)));
    } else {
      experts.add(new Transformed(new DynamicTheta(inner)));
    }
    if (inner > SURE_SEASON && fitEnd < SURE_CYCLES * inner) {
      experts.addAll(withoutSeason());
    }
    List<Integer> seasons = Arrays.stream(history.periods()).boxed().toList();
    experts.add(
        new BayesianModel(
            gains.computeIfAbsent(seasons, key -> new BayesianGains(history.periods()))));
    if (Weights.NETWORK.provenance().trained()) {
      experts.add(new NetworkMember(Weights.NETWORK, inner));
    }
    return experts;
  }

  /** Beside those that repeat a season, for values that may have none. */
  private static List<Expert> withoutSeason() {
    return List.of(
        new SeasonalNaive(1),
        new Ets(1, false),
        new Ets(1, true),
        new DynamicTheta(1),
        new LevelShape(1));
  }
}
