package io.tiktoktoe.service.model;

import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.Intervention;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Asks for a simulated creator economy in files.
 *
 * @param economy what to simulate
 * @param changes what is changed in it, everything else alike
 * @param contentValues for how many contents of each creator the value is found by taking them away
 * @param events the file of events, ending in .ndjson, .csv (each also .gz) or .parquet
 * @param truth the directory of exchange rates and of what is true
 */
public record SimulateRequest(
    EconomyOptions economy,
    List<Intervention> changes,
    int contentValues,
    Path events,
    Path truth) {

  public SimulateRequest {
    changes = List.copyOf(changes);
  }

  /** Nothing is changed. */
  public SimulateRequest(EconomyOptions economy, Path events, Path truth) {
    this(economy, List.of(), 0, events, truth);
  }

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

  /** The same in other places. */
  public SimulateRequest at(Path newEvents, Path newTruth) {
    return new SimulateRequest(economy, changes, contentValues, newEvents, newTruth);
  }

  /** The same with these changes. */
  public SimulateRequest withChanges(List<Intervention> newChanges) {
    return new SimulateRequest(economy, newChanges, contentValues, events, truth);
  }

  /** The same with the values of so many contents of each creator, at least 0. */
  public SimulateRequest withContentValues(int each) {
    if (each < 0) {
      throw new ServiceException.BadRequest(
          "contentValues", "{contentValues} (%d) must be at least 0.", each);
    }
    return new SimulateRequest(economy, changes, each, events, truth);
  }

  private static boolean namesFile(Path target) {
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    return name.matches("(?s).*\\.(parquet|(ndjson|csv)(\\.gz)?)");
  }
}
