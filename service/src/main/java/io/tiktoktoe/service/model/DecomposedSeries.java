package io.tiktoktoe.service.model;

import io.tiktoktoe.series.Decomposition;
import io.tiktoktoe.table.TimedSeries;

/** A series and its trend, seasons and remainder, or why there are none. */
public record DecomposedSeries(TimedSeries timed, Decomposition decomposition) {}
