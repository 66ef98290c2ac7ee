/**
 * Pictures of characters: fans of forecasts, heat maps, curves, outlines, fronts.
 *
 * <p>Question: how are these numbers drawn on a terminal?
 */
package io.tiktoktoe.cli.report.picture;
