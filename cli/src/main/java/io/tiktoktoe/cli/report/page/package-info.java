/**
 * The page that reports are written on: width, colour, tables, and text that no sender can misuse.
 *
 * <p>Question: how does a line of a report look on this terminal?
 */
package io.tiktoktoe.cli.report.page;
