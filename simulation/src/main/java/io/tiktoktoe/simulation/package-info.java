/**
 * A creator economy whose truth is known: events stream out, the truth is written beside them.
 *
 * <p>Question: what would a creator economy send, and what was true in it? Method: discrete
 * simulation with seeded random draws; doors: {@link io.tiktoktoe.simulation.CreatorEconomy} and
 * {@link io.tiktoktoe.simulation.SeriesSimulation}.
 *
 * <p>Flat because all but the few classes of the door are package-private parts of one model, which
 * rooms would have to make public.
 */
package io.tiktoktoe.simulation;
