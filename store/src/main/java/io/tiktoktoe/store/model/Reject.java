package io.tiktoktoe.store.model;

/**
 * A row that was not taken in. It is kept and can be replayed.
 *
 * @param line its number in what was read, from 1
 * @param field the field that is wrong, such as {@code currency}
 * @param value what it held, shortened; empty when it was missing
 * @param reason what is wrong and what to do
 */
public record Reject(long line, String field, String value, String reason) {}
