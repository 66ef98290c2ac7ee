/** Statistics: what the own code costs beside a library's. */
@org.jspecify.annotations.NullMarked
package io.tiktoktoe.benchmarks.stats;
