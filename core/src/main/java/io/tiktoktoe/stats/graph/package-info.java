/**
 * Graph centrality: which nodes of a network matter.
 *
 * <p>Question: whom does the network point to? Method: PageRank (Brin and Page 1998), personalised
 * (Haveliwala 2002), by power iteration on a compressed sparse matrix. docs/methods/influence.md
 * explains it.
 */
package io.tiktoktoe.stats.graph;
