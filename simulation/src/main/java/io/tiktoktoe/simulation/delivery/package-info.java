/** How events leave a platform: late, in batches, twice, out of order. */
package io.tiktoktoe.simulation.delivery;
