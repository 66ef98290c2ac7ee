package io.tiktoktoe.cli.option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command on plain files understands. */
public class TableOptions {

  /** Other names of columns: key is the file's. */
  @Option(
      names = "--map",
      split = ",",
      paramLabel = "COLUMN=FIELD",
      description = "Other names in the file, such as --map date=timestamp,sales=value.")
  public Map<String, String> map = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to .csv, .json or .ndjson (each also .gz) instead of standard output.")
  public Optional<Path> out = Optional.empty();

  @Mixin private SeedOption seed = new SeedOption();

  /** What random draws begin with. */
  public long seed() {
    return seed.value();
  }
}
