/** STL, MSTL and anomalies: speed, and accuracy against public results. */
@org.jspecify.annotations.NullMarked
package io.tiktoktoe.benchmarks.series;
