package io.tiktoktoe.cli.command.audience;

import io.tiktoktoe.audience.influence.InfluenceOptions;
import io.tiktoktoe.audience.influence.InfluenceScores;
import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.TableOptions;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.service.audience.AudienceFiles;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which nodes of a network matter. */
@picocli.CommandLine.Command(
    name = "influence",
    description = {
      "Score the nodes of a network by PageRank: who is pointed to by many, or by few who are.",
      "",
      "FILE has columns from, to and perhaps weight (at least 0). Score flows from from to to: for"
          + " referrals, from is who came and to who brought them. The answer has node and score,"
          + " the highest first; scores add up to 1. Nothing is drawn: --seed changes nothing.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe influence docs/examples/referrals.csv")
public final class InfluenceCommand extends Command {

  private static final List<String> COLUMNS = List.of("node", "score");

  @Parameters(paramLabel = "FILE", description = "CSV, NDJSON (also .gz) or Parquet; - for input.")
  private Path file = Path.of("-");

  @Option(
      names = "--damping",
      paramLabel = "D",
      defaultValue = "0.85",
      description = "Share of score that follows links (${DEFAULT-VALUE}); the rest goes to all.")
  private double damping;

  @Option(names = "--undirected", description = "Links lead both ways.")
  private boolean undirected;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Exactly N iterations; until scores change by 1e-13 in all when absent.")
  private Optional<Integer> iterations = Optional.empty();

  @Mixin private TableOptions options = new TableOptions();

  public InfluenceCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    InfluenceOptions how = how();
    List<AudienceFiles.Scored> scored = new ArrayList<>();
    InfluenceScores scores =
        AudienceFiles.influence(
            surroundings.resolve(file), options.map, how, call(progress), scored::add);
    try (Output output = Output.open(surroundings, options.out, common.json)) {
      TableWriter rows = output.table(COLUMNS);
      for (AudienceFiles.Scored one : scored) {
        rows.text(one.node()).number(one.score()).endRow();
      }
      rows.end();
      output.commit();
    }
    if (!scores.converged() && iterations.isEmpty()) {
      note(
          "scores still changed by %.1e in all after %d iterations."
              .formatted(scores.change(), scores.iterations()));
    }
    return OK;
  }

  private InfluenceOptions how() {
    try {
      InfluenceOptions how =
          InfluenceOptions.defaults().withDamping(damping).withUndirected(undirected);
      return iterations.map(how::withExactly).orElse(how);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage(), e);
    }
  }
}
