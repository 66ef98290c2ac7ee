package io.tiktoktoe.service.model.experiment;

/**
 * A row that was not taken.
 *
 * @param row its number from 1, without the header
 * @param value what is wrong
 * @param reason why, and what helps
 */
public record RefusedRow(long row, String value, String reason) {}
