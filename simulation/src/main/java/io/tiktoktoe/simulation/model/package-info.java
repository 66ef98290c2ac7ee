/**
 * What is asked of a simulation and what it tells: options, changes to a world, facts of its truth.
 */
package io.tiktoktoe.simulation.model;
