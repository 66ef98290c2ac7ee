package io.tiktoktoe.content.brief;

import io.tiktoktoe.stats.Interval;

/**
 * A trend in the creator's own history: what contents of one type, category or platform bring now
 * beside what they brought before, shrunk towards no change.
 *
 * @param factor type, category or platform
 * @param level which
 * @param recent how many of the last {@value ContentBriefing#RECENT_DAYS} days
 * @param before how many earlier
 * @param times multiple of what they brought before
 * @param interval holds it with probability 0.95
 */
public record BriefTrend(
    BriefFactor factor, String level, int recent, int before, double times, Interval interval) {}
