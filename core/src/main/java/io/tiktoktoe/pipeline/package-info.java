/**
 * Integrated analytics pipeline: what a platform may know of its people without exposing one.
 *
 * <p>Question: what do the people of a platform do, choose and pay, who comes back, how healthy is
 * the platform? The door is {@code IntegratedAnalyticsPipeline}, its words stand in {@code
 * insight}. Methods: user-level differential privacy before any analysis (Dwork and Roth 2014),
 * contrasts with known noise under Holm's correction (Holm 1979). docs/methods/pipeline.md.
 */
package io.tiktoktoe.pipeline;
