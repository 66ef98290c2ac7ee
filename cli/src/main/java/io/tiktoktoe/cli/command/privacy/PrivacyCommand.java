package io.tiktoktoe.cli.command.privacy;

import io.tiktoktoe.cli.option.CommonOptions;
import io.tiktoktoe.cli.terminal.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds what concerns differential privacy. */
@picocli.CommandLine.Command(
    name = "privacy",
    description = "Plan and account for what may be published without exposing anyone.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe privacy noise --help")
public final class PrivacyCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  /** The command with its parts. */
  public static CommandLine of(Surroundings surroundings) {
    return new CommandLine(new PrivacyCommand())
        .addSubcommand("epsilon", new PrivacyEpsilonCommand(surroundings))
        .addSubcommand("noise", new PrivacyNoiseCommand(surroundings))
        .addSubcommand("plan", new PrivacyPlanCommand(surroundings))
        .addSubcommand("ledger", new PrivacyLedgerCommand(surroundings));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name what to tell: epsilon, noise, plan or ledger.");
  }
}
