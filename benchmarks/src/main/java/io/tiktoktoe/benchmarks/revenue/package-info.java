/** How fast revenue analysis is. */
package io.tiktoktoe.benchmarks.revenue;
