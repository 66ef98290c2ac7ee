package io.tiktoktoe.store.model;

/**
 * What known fans did for a creator in a period.
 *
 * @param views of them
 * @param tips of them, minor units of the currency asked for
 */
public record ViewsAndTips(long views, long tips) {}
