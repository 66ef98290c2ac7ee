/**
 * Customer segmentation: who the audience is, in a few groups that a person can tell apart.
 *
 * <p>Question: which kinds of fans are there, and what sets them apart? Method: hierarchical
 * clustering of scaled features with an automatic number of segments that may be one, followed from
 * day to day. Front door: {@link io.tiktoktoe.audience.segment.Segmentation}.
 * docs/methods/segments.md explains it.
 */
package io.tiktoktoe.audience.segment;
