package io.tiktoktoe.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Explain this command.")
  boolean help;

  @Option(names = "--json", description = "Answer in JSON.")
  boolean json;

  @Option(names = "--verbose", description = "Say where an error comes from.")
  boolean verbose;
}
