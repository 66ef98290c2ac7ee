package io.tiktoktoe.service.model.upkeep;

import java.nio.file.Path;

/**
 * A backup that was written.
 *
 * @param store of which store
 * @param folder where it is
 */
public record BackupAnswer(Path store, Path folder) {}
