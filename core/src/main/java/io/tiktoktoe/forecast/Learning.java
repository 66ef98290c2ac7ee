package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.forecast.blend.PoolLearning;
import io.tiktoktoe.forecast.boosting.BlockedBoosting;
import io.tiktoktoe.forecast.boosting.BoostingMember;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.work.Parallel;
import java.util.List;
import java.util.Optional;

/**
 * What a sample of series teaches about all.
 *
 * @param pool weights of the members and widths of bands
 * @param boosting the model over all series, when they are enough for one
 * @param sample the sample's looking back with boosting as a member
 */
record Learning(Pool pool, Optional<BoostingMember> boosting, List<Lookback> sample) {

  /** Most series from which common weights and calibration are learned. */
  static final int MOST_SERIES = 400;

  /** Learns from series that the full methods suit. */
  static Learning from(List<BoostingMember.Sampled> sampled, BatchOptions options) {
    // Widths are learned once all members are there: they are the costly part.
    Pool others =
        PoolLearning.weights(sampled.stream().map(BoostingMember.Sampled::lookback).toList());
    Optional<BoostingMember> boosting =
        options.members().test(BoostingMember.NAME)
            ? BoostingMember.train(sampled, others, options)
            : Optional.empty();
    List<Lookback> complete =
        Parallel.map(
            "adding boosting",
            sampled.size(),
            options.threads(),
            options.progress(),
            i ->
                Learned.boosted(
                    boosting,
                    sampled.get(i).id(),
                    sampled.get(i).lookback(),
                    options.boostingAlone()));
    return new Learning(
        PoolLearning.learn(complete, checked(sampled, complete, others, options)),
        boosting,
        complete);
  }

  /** The look-back with no member that knew an outcome of the time it forecast. */
  private static List<Lookback> checked(
      List<BoostingMember.Sampled> sampled,
      List<Lookback> complete,
      Pool others,
      BatchOptions options) {
    Optional<BlockedBoosting> blocked =
        options.members().test(BoostingMember.NAME)
            ? BlockedBoosting.train(sampled, others, options)
            : Optional.empty();
    if (blocked.isEmpty()) {
      return complete;
    }
    return Parallel.map(
        "looking back without what the past knew",
        sampled.size(),
        options.threads(),
        options.progress(),
        i -> {
          Lookback all = complete.get(i);
          BoostingMember.Sampled one = sampled.get(i);
          return all == one.lookback() ? all : all.withLast(blocked.get().past(one.id(), one.lookback()));
        });
  }

  /** The place of the i-th of an even sample of {@code count} among {@code all}. */
  static int place(int i, int count, int all) {
    return (int) ((long) i * all / count);
  }

  /** What is kept of it for every other series. */
  Learned learned() {
    return new Learned(pool, boosting);
  }
}
