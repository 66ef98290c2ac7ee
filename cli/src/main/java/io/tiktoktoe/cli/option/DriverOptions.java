package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.model.DriverSeries;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What goes with a series as numbers, such as prices, posts or views; past and planned. */
public final class DriverOptions {

  @Option(
      names = "--drivers",
      paramLabel = "FILE",
      description =
          "Learn from what may move the series: a table with columns series_id (a name, such as"
              + " price), timestamp and value, past and as far ahead as planned.")
  private Optional<Path> file = Optional.empty();

  /** What the option names; reads the file. */
  public DriverSeries read(Surroundings surroundings, Progress progress) {
    return file.map(surroundings::resolve)
        .map(path -> DriverSeries.read(path, progress))
        .orElse(DriverSeries.NONE);
  }
}
