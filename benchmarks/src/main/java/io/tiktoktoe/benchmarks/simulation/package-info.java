/**
 * How near the simulated creator economy is to what public data show.
 *
 * <p>Question: can a method that works in the simulation be expected to work outside? Door: {@link
 * io.tiktoktoe.benchmarks.simulation.Realism}.
 */
@org.jspecify.annotations.NullMarked
package io.tiktoktoe.benchmarks.simulation;
