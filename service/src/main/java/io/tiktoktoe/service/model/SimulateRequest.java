package io.tiktoktoe.service.model;

import io.tiktoktoe.simulation.EconomyOptions;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Asks for a simulated creator economy in files.
 *
 * @param economy what to simulate
 * @param events the file of events, ending in .ndjson, .csv (each also .gz) or .parquet
 * @param truth the directory of exchange rates and of what is true
 */
public record SimulateRequest(EconomyOptions economy, Path events, Path truth) {

  /** The file of events in a directory. */
  public static final String EVENTS = "events.parquet";

  /**
   * Into {@code target}: a directory that takes all, or a file of events, with the rest in the
   * directory {@code FILE-truth} beside it.
   */
  public static SimulateRequest into(EconomyOptions economy, Path target) {
    return namesFile(target)
        ? new SimulateRequest(
            economy, target, target.resolveSibling(target.getFileName() + "-truth"))
        : new SimulateRequest(economy, target.resolve(EVENTS), target);
  }

  private static boolean namesFile(Path target) {
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    return name.matches("(?s).*\\.(parquet|(ndjson|csv)(\\.gz)?)");
  }
}
