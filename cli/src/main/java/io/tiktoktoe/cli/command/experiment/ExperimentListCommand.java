package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.TableOut;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.experiment.ExperimentService;
import io.tiktoktoe.service.model.experiment.ExperimentSummary;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;

/** Tells which price tests there are. */
@picocli.CommandLine.Command(
    name = "list",
    description = {
      "List the price tests of a store, oldest first, with how far each is: running, stopped or"
          + " rolled_back, and what is charged since it ended.",
      "",
      "The answer has name, creator, product, status, created, arms, persons and charged.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/fan-tips.csv",
      "  ./tiktoktoe experiment create club --arm today=5 --arm high=6 --traffic 500",
      "  ./tiktoktoe experiment list"
    })
public final class ExperimentListCommand extends Command {

  private static final List<String> COLUMNS =
      List.of("name", "creator", "product", "status", "created", "arms", "persons", "charged");

  @Mixin private TableOut out = new TableOut();

  @Mixin private ExperimentStore store = new ExperimentStore();

  public ExperimentListCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    List<ExperimentSummary> tests = store.ask(surroundings, ExperimentService::list);
    out.write(surroundings, common.json, tests, COLUMNS, rows -> write(tests, rows));
    if (tests.isEmpty()) {
      surroundings.note("the store has no price test yet. Make one: experiment create");
    }
    return OK;
  }

  private static void write(List<ExperimentSummary> tests, TableWriter rows) throws IOException {
    for (ExperimentSummary test : tests) {
      rows.text(test.name()).text(test.creator()).text(test.product()).text(test.status());
      rows.text(test.created().toString()).number((long) test.arms()).number(test.persons());
      rows.text(test.charged().orElse("")).endRow();
    }
  }
}
