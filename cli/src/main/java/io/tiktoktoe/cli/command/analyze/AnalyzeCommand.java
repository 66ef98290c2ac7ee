package io.tiktoktoe.cli.command.analyze;

import io.tiktoktoe.cli.option.CommonOptions;
import io.tiktoktoe.cli.terminal.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the analyses. */
@picocli.CommandLine.Command(
    name = "analyze",
    description =
        "Analyse what the store holds about a creator, or about all people of a platform.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe analyze revenue --help")
public final class AnalyzeCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  /** The command with its analyses. */
  public static CommandLine of(Surroundings surroundings) {
    return new CommandLine(new AnalyzeCommand())
        .addSubcommand("revenue", new AnalyzeRevenueCommand(surroundings))
        .addSubcommand("audience", new AnalyzeAudienceCommand(surroundings))
        .addSubcommand("pricing", new AnalyzePricingCommand(surroundings))
        .addSubcommand("platform", new AnalyzePlatformCommand(surroundings))
        .addSubcommand("content", new AnalyzeContentCommand(surroundings))
        .addSubcommand("risk", new AnalyzeRiskCommand(surroundings));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name an analysis: revenue, audience, pricing, platform, content or risk.");
  }
}
