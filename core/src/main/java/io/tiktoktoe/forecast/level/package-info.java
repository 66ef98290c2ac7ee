/**
 * Level risk of creators: how far the income of a quarter moves away from what a history of its own
 * foresees.
 *
 * <p>Question: how wide must sums over weeks and months be? Methods: forecasts from past origins of
 * many creators, calibrated by their probability integral transforms (Dawid 1984, Gneiting,
 * Balabdaoui, Raftery 2007).
 */
package io.tiktoktoe.forecast.level;
