package io.tiktoktoe.content.brief;

import io.tiktoktoe.stats.WelchDifference;
import java.util.Optional;

/**
 * What came of a brief: the contents of the {@value ContentBriefing#RECENT_DAYS} days after it that
 * were made as it says, beside the others of those days.
 *
 * @param brief what was told
 * @param followed contents made as it says
 * @param judged how many of them have been out for {@value ContentBriefing#DAYS} days
 * @param mean what these brought on average, minor units; 0 without any
 * @param others contents of the same days made otherwise that have been out as long
 * @param othersMean what those brought on average
 * @param gain difference of both means, an association; absent where fewer than two stand on a side
 */
public record BriefScore(
    PastBrief brief,
    int followed,
    int judged,
    double mean,
    int others,
    double othersMean,
    Optional<WelchDifference> gain) {}
