/** Differential privacy: published figures reached, and what accounting costs. */
@org.jspecify.annotations.NullMarked
package io.tiktoktoe.benchmarks.privacy;
