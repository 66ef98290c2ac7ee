/**
 * Pure analytics: records in, records out. Holds no SQL, JSON, HTTP, logging, clock or global
 * randomness; time and random generators are arguments.
 */
@org.jspecify.annotations.NullMarked
module io.tiktoktoe.core {
  requires static jdk.incubator.vector;
  requires static transitive org.jspecify;
  requires ejml.ddense;
  requires ejml.core;
  requires org.apache.commons.numbers.gamma;
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.rng.api;
  requires org.apache.commons.rng.simple;
  requires org.apache.commons.rng.sampling;
  requires hipparchus.fft;
  requires ojalgo;

  exports io.tiktoktoe.event;
  exports io.tiktoktoe.calendar;
  exports io.tiktoktoe.work;
  exports io.tiktoktoe.stats;
  exports io.tiktoktoe.stats.cluster;
  exports io.tiktoktoe.stats.bandit;
  exports io.tiktoktoe.stats.allocate;
  exports io.tiktoktoe.metric;
  exports io.tiktoktoe.answer;
  exports io.tiktoktoe.series;
  exports io.tiktoktoe.series.anomaly;
  exports io.tiktoktoe.outlook;
  exports io.tiktoktoe.forecast;
  exports io.tiktoktoe.content;
  exports io.tiktoktoe.content.insight;
  exports io.tiktoktoe.content.brief;
  exports io.tiktoktoe.forecast.network to
      io.tiktoktoe.training;
  exports io.tiktoktoe.pipeline;
  exports io.tiktoktoe.pipeline.insight;
  exports io.tiktoktoe.pricing;
  exports io.tiktoktoe.pricing.insight;
  exports io.tiktoktoe.pricing.portfolio;
  exports io.tiktoktoe.privacy;
  exports io.tiktoktoe.privacy.ledger;
  exports io.tiktoktoe.privacy.question;
  exports io.tiktoktoe.privacy.release;
  exports io.tiktoktoe.risk;
  exports io.tiktoktoe.risk.exposure;
  exports io.tiktoktoe.revenue;
  exports io.tiktoktoe.revenue.insight;
  exports io.tiktoktoe.audience;
  exports io.tiktoktoe.audience.insight;
  exports io.tiktoktoe.audience.segment;
  exports io.tiktoktoe.audience.influence;
  exports io.tiktoktoe.audience.lifetime;
  exports io.tiktoktoe.audience.strategy;
}
