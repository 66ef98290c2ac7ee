/**
 * Content valuation beside what is true in a simulated economy, on public posts and at scale.
 *
 * <p>Question: is the credit that contents get what would be missing without them, does the first
 * day tell the last, and how long does a million views take?
 */
package io.tiktoktoe.benchmarks.content;
