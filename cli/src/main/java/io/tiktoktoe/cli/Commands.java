package io.tiktoktoe.cli;

import io.tiktoktoe.cli.command.AnomaliesCommand;
import io.tiktoktoe.cli.command.DecomposeCommand;
import io.tiktoktoe.cli.command.DemoCommand;
import io.tiktoktoe.cli.command.ExportCommand;
import io.tiktoktoe.cli.command.ForecastCommand;
import io.tiktoktoe.cli.command.IngestCommand;
import io.tiktoktoe.cli.command.LearnCommand;
import io.tiktoktoe.cli.command.SimulateCommand;
import io.tiktoktoe.cli.command.analyze.AnalyzeCommand;
import io.tiktoktoe.cli.command.audience.AllocateCommand;
import io.tiktoktoe.cli.command.audience.ClvCommand;
import io.tiktoktoe.cli.command.audience.InfluenceCommand;
import io.tiktoktoe.cli.command.audience.SegmentsCommand;
import io.tiktoktoe.cli.command.experiment.ExperimentCommand;
import io.tiktoktoe.cli.command.price.BanditCommand;
import io.tiktoktoe.cli.command.price.ElasticityCommand;
import io.tiktoktoe.cli.command.price.WtpCommand;
import io.tiktoktoe.cli.command.privacy.PrivacyCommand;
import io.tiktoktoe.cli.command.upkeep.BackupCommand;
import io.tiktoktoe.cli.command.upkeep.DoctorCommand;
import io.tiktoktoe.cli.command.upkeep.EraseCommand;
import io.tiktoktoe.cli.command.upkeep.RestoreCommand;
import io.tiktoktoe.cli.command.upkeep.UndoCommand;
import io.tiktoktoe.cli.terminal.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * The commands by name, made only when they are asked for: looking into all of them by reflection
 * would cost every start.
 */
public final class Commands {

  private static final Map<String, Function<Surroundings, Object>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("demo", DemoCommand::new);
    BY_NAME.put("ingest", IngestCommand::new);
    BY_NAME.put("analyze", AnalyzeCommand::of);
    BY_NAME.put("forecast", ForecastCommand::new);
    BY_NAME.put("learn", LearnCommand::new);
    BY_NAME.put("decompose", DecomposeCommand::new);
    BY_NAME.put("anomalies", AnomaliesCommand::new);
    BY_NAME.put("segments", SegmentsCommand::new);
    BY_NAME.put("influence", InfluenceCommand::new);
    BY_NAME.put("bandit", BanditCommand::of);
    BY_NAME.put("elasticity", ElasticityCommand::new);
    BY_NAME.put("wtp", WtpCommand::new);
    BY_NAME.put("experiment", ExperimentCommand::of);
    BY_NAME.put("privacy", PrivacyCommand::of);
    BY_NAME.put("clv", ClvCommand::new);
    BY_NAME.put("allocate", AllocateCommand::new);
    BY_NAME.put("simulate", SimulateCommand::new);
    BY_NAME.put("export", ExportCommand::new);
    BY_NAME.put("undo", UndoCommand::new);
    BY_NAME.put("backup", BackupCommand::new);
    BY_NAME.put("restore", RestoreCommand::new);
    BY_NAME.put("erase", EraseCommand::new);
    BY_NAME.put("doctor", DoctorCommand::new);
  }

  private Commands() {}

  /** Adds the command that the arguments name; all of them when they name none. */
  public static void addTo(CommandLine root, Surroundings surroundings, String... args) {
    Optional<String> named = named(args);
    for (Map.Entry<String, Function<Surroundings, Object>> command : BY_NAME.entrySet()) {
      if (named.isEmpty() || named.get().equals(command.getKey())) {
        root.addSubcommand(command.getKey(), command.getValue().apply(surroundings));
      }
    }
  }

  private static Optional<String> named(String... args) {
    return args.length > 0 && BY_NAME.containsKey(args[0])
        ? Optional.of(args[0])
        : Optional.empty();
  }
}
