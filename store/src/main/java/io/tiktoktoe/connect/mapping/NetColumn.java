package io.tiktoktoe.connect.mapping;

/**
 * What the file itself says that a row leaves its owner.
 *
 * @param amount the row's net amount
 * @param currency its currency
 */
public record NetColumn(Expression amount, Expression currency) {}
