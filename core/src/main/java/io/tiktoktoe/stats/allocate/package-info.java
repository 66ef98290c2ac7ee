/**
 * Allocation of limited resources: which action for which segment, at most one each.
 *
 * <p>Question: what is the best that these means can do, and what would more of them bring? The
 * problem is the multiple-choice knapsack (Sinha and Zoltners 1979) with several constraints and
 * objectives. Methods: mixed-integer programming by branch and bound (Land and Doig 1960, by
 * ojAlgo) on the core that reduced costs leave (Balas and Zemel 1980); Lagrangian relaxation with
 * primal repair (Geoffrion 1974) for large problems; lexicographic optimisation and the augmented
 * epsilon-constraint method (Mavrotas 2009) for several objectives. Front door: {@link
 * io.tiktoktoe.stats.allocate.Allocator}. docs/methods/allocation.md explains each.
 */
package io.tiktoktoe.stats.allocate;
