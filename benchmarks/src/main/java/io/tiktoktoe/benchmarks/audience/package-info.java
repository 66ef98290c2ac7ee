/**
 * The audience's value beside published figures, on held-out customers and at scale.
 *
 * <p>Question: are estimates those of the literature, do they foretell customers that were not
 * seen, and how long do a million customers take?
 */
package io.tiktoktoe.benchmarks.audience;
