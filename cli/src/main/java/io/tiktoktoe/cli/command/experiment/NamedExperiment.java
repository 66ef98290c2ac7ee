package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.experiment.ExperimentService;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which price test of which store a step is about. */
public final class NamedExperiment {

  @Parameters(index = "0", paramLabel = "NAME", description = "Name of the test.")
  private String name = "";

  @Mixin private ExperimentStore store = new ExperimentStore();

  String name() {
    return name;
  }

  /** Asks the store that must be there. */
  <T> T ask(Surroundings surroundings, Function<ExperimentService, T> asking) {
    return store.ask(surroundings, asking);
  }

  /** Asks the store, which is made where there is none. */
  <T> T askOrMake(Surroundings surroundings, Function<ExperimentService, T> asking) {
    return store.askOrMake(surroundings, asking);
  }
}
