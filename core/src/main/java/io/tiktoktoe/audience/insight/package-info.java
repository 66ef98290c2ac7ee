/**
 * The words of audience value optimisation: what is read of an audience and what is found.
 *
 * <p>Question: what did each fan do, bring and hold, and who are they together? {@link
 * io.tiktoktoe.audience.insight.AudienceSource} is where it comes from.
 */
package io.tiktoktoe.audience.insight;
