/**
 * Cluster analysis: which rows belong together, and how many groups there are.
 *
 * <p>Question: is there structure in the rows, and which? Methods: agglomerative hierarchical
 * clustering (Ward 1963, Murtagh and Legendre 2014, Müllner 2011), gap statistic (Tibshirani,
 * Walther and Hastie 2001), silhouette (Rousseeuw 1987), bootstrap stability (Hennig 2007),
 * adjusted Rand index (Hubert and Arabie 1985). docs/methods/segments.md explains each.
 */
package io.tiktoktoe.stats.cluster;
