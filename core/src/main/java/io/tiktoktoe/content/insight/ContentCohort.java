package io.tiktoktoe.content.insight;

/**
 * A comparison cohort: which contents of the same creator one is compared with, by nearness.
 *
 * @param kind of the content
 * @param contents how many others count at all
 * @param effective as how many equally near ones they count (Kish's effective sample size)
 * @param sameKind share of their weight that is of the same kind
 * @param shortestMs length above which nine tenths of their weight lie
 * @param longestMs length below which nine tenths of their weight lie
 * @param hoursApart weighted mean distance of their hours of publishing, in hours of the day
 */
public record ContentCohort(
    ContentKind kind,
    int contents,
    double effective,
    double sameKind,
    long shortestMs,
    long longestMs,
    double hoursApart) {}
