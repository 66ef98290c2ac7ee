package io.tiktoktoe.service.model;

import java.nio.file.Path;

/**
 * What was exported.
 *
 * @param table the table or view
 * @param file where its rows are
 * @param rows how many
 */
public record ExportAnswer(String table, Path file, long rows) {}
