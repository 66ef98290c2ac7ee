/** Training, accuracy and speed of the pre-trained forecasting network. */
@org.jspecify.annotations.NullMarked
package io.tiktoktoe.benchmarks.network;
