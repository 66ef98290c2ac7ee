/**
 * The stage: the columns into which every file is turned before the event log judges them.
 *
 * <p>Question: what does a reader of any format hand to the store? A relation with fixed columns,
 * one row for each event.
 */
package io.tiktoktoe.stage;
