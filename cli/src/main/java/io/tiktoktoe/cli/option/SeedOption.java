package io.tiktoktoe.cli.option;

import picocli.CommandLine.Option;

/** What random draws begin with. */
public final class SeedOption {

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of random draws (${DEFAULT-VALUE}); the same seed, the same answer.")
  private long seed;

  /** The seed. */
  public long value() {
    return seed;
  }
}
