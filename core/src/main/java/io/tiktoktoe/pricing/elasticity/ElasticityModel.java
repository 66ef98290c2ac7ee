package io.tiktoktoe.pricing.elasticity;

import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.ElasticityEstimate.Alike;
import io.tiktoktoe.pricing.insight.ElasticityEstimate.Evidence;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.work.Parallel;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Elasticities of all products of a history: each by itself, then together. */
public final class ElasticityModel {

  /** An own error above this says next to nothing of an elasticity. */
  private static final double VAGUE = 1;

  /** Errors below this are taken for rounding. */
  private static final double LEAST_ERROR = 1e-6;

  private ElasticityModel() {}

  /**
   * Estimates every product.
   *
   * @param threads how many products are worked on at once
   */
  public static Elasticities estimate(
      DemandHistory history, ElasticityOptions options, int threads, Progress progress) {
    DemandDesign design = new DemandDesign(history, options, false);
    List<String> products = design.products();
    List<OwnEstimate> own =
        Parallel.map(
            "estimating elasticities",
            products.size(),
            threads,
            progress,
            at -> ProductFit.of(design.of(products.get(at)), options));
    List<OwnEstimate> telling = own.stream().filter(OwnEstimate::saysSomething).toList();
    int leftOut = own.stream().mapToInt(one -> one.rows().leftOut()).sum();
    if (telling.isEmpty()) {
      return new Elasticities(
          own.stream().map(ElasticityModel::unknown).toList(), Optional.empty(), leftOut);
    }
    PooledElasticities pool =
        new PooledElasticities(
            telling.stream().mapToDouble(OwnEstimate::slope).toArray(),
            telling.stream().mapToDouble(ElasticityModel::normalError).toArray(),
            telling.stream().mapToDouble(one -> Math.max(LEAST_ERROR, one.likely())).toArray());
    List<ElasticityEstimate> estimates = new ArrayList<>();
    int place = 0;
    for (OwnEstimate one : own) {
      if (one.saysSomething()) {
        estimates.add(told(one, pool, place++, telling.size()));
      } else {
        estimates.add(likeOthers(one, pool));
      }
    }
    return new Elasticities(
        estimates,
        Optional.of(
            new Elasticities.Typical(
                pool.meanOfUnseen(),
                pool.intervalOfMean(),
                pool.spread(),
                pool.intervalOfUnseen())),
        leftOut);
  }

  private static double normalError(OwnEstimate one) {
    return Math.max(LEAST_ERROR, new RobustError(one.error(), one.freedom()).normal());
  }

  private static ElasticityEstimate told(
      OwnEstimate one, PooledElasticities pool, int place, int products) {
    double error = normalError(one);
    boolean weak = error > VAGUE || (products > 1 && error > pool.spread());
    return new ElasticityEstimate(
        one.rows().product(),
        OptionalDouble.of(pool.mean(place)),
        Optional.of(pool.interval(place)),
        OptionalDouble.of(one.slope()),
        OptionalDouble.of(one.error()),
        Optional.of(Interval.normal(one.slope(), normalError(one), Interval.WIDE)),
        one.rows().rows(),
        one.method(),
        weak ? Evidence.WEAK : Evidence.STRONG,
        one.cross(),
        products < 2 ? Optional.empty() : Optional.of(unseen(pool.without(place))));
  }

  private static ElasticityEstimate unknown(OwnEstimate one) {
    return silent(one, OptionalDouble.empty(), Optional.empty());
  }

  /** What is known of a product that never changed its price: it is one of many. */
  private static ElasticityEstimate likeOthers(OwnEstimate one, PooledElasticities pool) {
    return one.nothing() == Evidence.FREE
        ? unknown(one)
        : silent(one, OptionalDouble.of(pool.meanOfUnseen()), Optional.of(pool.intervalOfUnseen()));
  }

  private static Alike unseen(PooledElasticities pool) {
    return new Alike(pool.meanOfUnseen(), pool.intervalOfUnseen());
  }

  private static ElasticityEstimate silent(
      OwnEstimate one, OptionalDouble elasticity, Optional<Interval> interval) {
    return new ElasticityEstimate(
        one.rows().product(),
        elasticity,
        interval,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        one.rows().rows(),
        one.method(),
        one.nothing(),
        List.of(),
        interval.map(range -> new Alike(elasticity.orElseThrow(), range)));
  }
}
