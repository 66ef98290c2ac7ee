/**
 * Words of the pipeline: the stream that it reads, how it is asked and what it answers.
 *
 * <p>Question: what goes into a release about a platform, and what comes out? Numbers of people
 * carry their noise; platform health is about machines and has none.
 */
package io.tiktoktoe.pipeline.insight;
