/** The parameters of each mechanism, for both worlds. */
package io.tiktoktoe.simulation.law;
