/** One creator's days: audience, contents, money, prices and members. */
package io.tiktoktoe.simulation.creator;
