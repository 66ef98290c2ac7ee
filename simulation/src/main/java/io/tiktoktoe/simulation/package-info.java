/**
 * A creator economy whose truth is known: events stream out, the truth is written beside them.
 *
 * <p>Question: what would a creator economy send, and what was true in it? Method: discrete
 * simulation with seeded random draws; doors: {@link io.tiktoktoe.simulation.CreatorEconomy} and
 * {@link io.tiktoktoe.simulation.SeriesSimulation}.
 *
 * <p>Rooms, from the bottom: {@code model} (what is asked and told), {@code draw} (random numbers
 * by key), {@code market} (demand for one product by itself), {@code world} (what all share),
 * {@code delivery}, {@code law} (parameters), {@code fan}, {@code creator} (one creator's days).
 */
package io.tiktoktoe.simulation;
