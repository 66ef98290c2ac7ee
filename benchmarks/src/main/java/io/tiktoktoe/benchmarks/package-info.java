/**
 * Speed, accuracy against public data with known answers, and peers side by side; never shipped.
 */
@org.jspecify.annotations.NullMarked
package io.tiktoktoe.benchmarks;
