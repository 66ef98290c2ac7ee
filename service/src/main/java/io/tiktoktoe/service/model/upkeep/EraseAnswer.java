package io.tiktoktoe.service.model.upkeep;

import io.tiktoktoe.store.Erasure;

/**
 * What became of a fan.
 *
 * @param erased whether it is gone, or would be
 * @param report what went, or would
 */
public record EraseAnswer(boolean erased, Erasure.Report report) {}
