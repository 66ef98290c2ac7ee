/** Forecasts against public data with known answers, and their speed. */
@org.jspecify.annotations.NullMarked
package io.tiktoktoe.benchmarks.forecast;
