package io.tiktoktoe.privacy.release;

/**
 * What was read for a window of a stream in one snapshot.
 *
 * @param through number of the last commit in that snapshot, whatever it brought
 * @param contributions to the statistics
 */
public record WindowContributions(long through, ContributionSource contributions) {}
