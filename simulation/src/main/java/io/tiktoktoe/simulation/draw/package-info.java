/** Random numbers by key, and what is planned by them. */
package io.tiktoktoe.simulation.draw;
