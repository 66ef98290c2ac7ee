/** Training of the core's network: synthetic series, gradient, optimiser. Never shipped. */
@org.jspecify.annotations.NullMarked
module io.tiktoktoe.training {
  requires transitive io.tiktoktoe.core;

  exports io.tiktoktoe.training;
}
