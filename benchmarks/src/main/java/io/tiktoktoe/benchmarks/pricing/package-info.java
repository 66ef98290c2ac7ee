/** Accuracy and speed of pricing: elasticities, price tests beside other rules. */
package io.tiktoktoe.benchmarks.pricing;
