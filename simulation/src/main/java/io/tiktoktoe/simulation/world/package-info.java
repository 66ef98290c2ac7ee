/** What creators and fans share: places, clocks, platforms, niches, moods, breaks, rivals. */
package io.tiktoktoe.simulation.world;
