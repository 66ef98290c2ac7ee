package io.tiktoktoe.metric;

import java.time.LocalDate;

/**
 * How estimates of one local day turned out: only amounts that came as estimates and are final or
 * paid by now.
 *
 * @param day local day of the income
 * @param stream the way of earning
 * @param source the platform that reported it
 * @param estimated gross as first reported, minor units of the reporting currency
 * @param settled gross of the same events as it stands now
 */
public record Settlement(
    LocalDate day, Stream stream, String source, long estimated, long settled) {}
