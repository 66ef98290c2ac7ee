package io.tiktoktoe.service.model.upkeep;

import java.nio.file.Path;

/**
 * A store that was made from a backup.
 *
 * @param store where it is
 * @param events how many it holds
 */
public record RestoreAnswer(Path store, long events) {}
