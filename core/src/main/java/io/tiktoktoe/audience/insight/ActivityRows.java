package io.tiktoktoe.audience.insight;

/**
 * What some fans did, a fan, day (UTC) and platform a row.
 *
 * @param size rows that count; the arrays may be longer
 * @param fan who, by number
 * @param day days since 1970, never falling
 * @param platform where, by its place in {@link AudienceFacts#platforms}
 * @param counts by {@link FanCount#ordinal()} of those that tell of activity, then by row
 */
public record ActivityRows(int size, int[] fan, int[] day, int[] platform, long[][] counts) {}
