/** People, fans and the contents that they watch. */
package io.tiktoktoe.simulation.fan;
