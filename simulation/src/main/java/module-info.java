/** The simulated creator economy with its truth: seeded, streaming. */
@org.jspecify.annotations.NullMarked
module io.tiktoktoe.simulation {
  requires transitive io.tiktoktoe.core;
  requires org.apache.commons.rng.api;
  requires org.apache.commons.rng.simple;
  requires org.apache.commons.rng.sampling;

  exports io.tiktoktoe.simulation;
  exports io.tiktoktoe.simulation.market;
  exports io.tiktoktoe.simulation.model;
}
