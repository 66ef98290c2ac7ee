package io.tiktoktoe.service.model.upkeep;

import java.nio.file.Path;

/**
 * Asks to take a batch back out of a store.
 *
 * @param batch its name
 * @param file the file that it bears the name of, when no batch is called {@code batch}
 */
public record UndoRequest(String batch, Path file) {}
