/**
 * A creator's metric rows on local days and hours: the table on which the report is computed.
 *
 * <p>Question: how much of what came on which local day, in which stream, country and group?
 */
package io.tiktoktoe.revenue.cells;
