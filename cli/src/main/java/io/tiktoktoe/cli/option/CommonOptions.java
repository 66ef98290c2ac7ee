package io.tiktoktoe.cli.option;

import picocli.CommandLine.Option;

/** What every command understands. */
public final class CommonOptions {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Explain this command.")
  boolean help;

  @Option(names = "--json", description = "Answer in JSON.")
  public boolean json;

  @Option(names = "--verbose", description = "Say where an error comes from.")
  boolean verbose;
}
