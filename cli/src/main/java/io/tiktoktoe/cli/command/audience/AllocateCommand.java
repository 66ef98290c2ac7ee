package io.tiktoktoe.cli.command.audience;

import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.TableOptions;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.service.audience.AllocationService;
import io.tiktoktoe.service.model.audience.AllocationAnswer;
import io.tiktoktoe.service.model.audience.AllocationRequest;
import io.tiktoktoe.service.model.audience.AllocationTable;
import io.tiktoktoe.service.text.AllocationWords;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which action each segment of a file should get. */
@picocli.CommandLine.Command(
    name = "allocate",
    description = {
      "Choose at most one action for each segment of a file within a budget: the best for"
          + " retention, then for monetization, then for growth.",
      "",
      "FILE has columns segment, action, cost, retention, monetization and growth; several rows of"
          + " one segment are its options, and doing nothing is always one. The answer has the"
          + " rows that are chosen. --json adds totals, the bound that no plan exceeds and the gap"
          + " to it, what each limit is worth, and the plans of the Pareto front.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe allocate docs/examples/actions.csv --budget 400",
      "  ./tiktoktoe allocate docs/examples/actions.csv --budget 400 --limit hours=20 --json",
      "  ./tiktoktoe allocate docs/examples/actions.csv --budget 400 --tolerance 0.05"
    })
public final class AllocateCommand extends Command {

  private static final List<String> COLUMNS =
      List.of("segment", "action", "cost", "retention", "monetization", "growth");

  /** Rows up to which the front is told without being asked for. */
  private static final int MOST_FRONT = 200_000;

  @Parameters(paramLabel = "FILE", description = "CSV, NDJSON (also .gz) or Parquet; - for input.")
  private Path file = Path.of("-");

  @Option(
      names = "--budget",
      required = true,
      paramLabel = "N",
      description = "The costs of the plan stay within it; in the unit of the column.")
  private double budget;

  @Option(
      names = "--caps",
      paramLabel = "FILE",
      description = "A table with columns action and cap: how many segments may get it.")
  private Optional<Path> caps = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "COLUMN=N",
      description = "A further column that the plan uses up, such as --limit hours=40.")
  private Map<String, Double> limits = new LinkedHashMap<>();

  @Option(
      names = "--least",
      paramLabel = "GOAL=N",
      description = "What a goal must come to at least, such as --least growth=100.")
  private Map<String, Double> floors = new LinkedHashMap<>();

  @Option(
      names = "--least-share",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Share of the segments of each group (column group) that get something, 0 to 1"
              + " (${DEFAULT-VALUE}).")
  private double leastShare;

  @Option(
      names = "--priorities",
      split = ",",
      paramLabel = "GOAL",
      description = "Goals, most important first (retention,monetization,growth).")
  private List<String> priorities = List.of();

  @Option(
      names = "--weights",
      paramLabel = "W,W,W",
      description =
          "Weigh retention, monetization and growth instead of serving them in turn, such as"
              + " 1,0.5,0.2.")
  private Optional<String> weights = Optional.empty();

  @Option(
      names = "--tolerance",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Share of the best of a goal that the goals after it may take (${DEFAULT-VALUE}).")
  private double tolerance;

  @Option(
      names = "--front",
      paramLabel = "N",
      description =
          "About how many plans of the Pareto front --json tells; 0 for none (12; 0"
              + " beyond 200,000 rows).")
  private Optional<Integer> front = Optional.empty();

  @Mixin private TableOptions options = new TableOptions();

  public AllocateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    // Once before the file is read: what is wrong with the options is said at once.
    AllocationRequest request = request(Map.of(), 0);
    AllocationTable table =
        AllocationService.read(
            surroundings.resolve(file), options.map, List.copyOf(limits.keySet()), call(progress));
    if (!table.unusedColumns().isEmpty()) {
      note("columns not used: " + String.join(", ", table.unusedColumns()));
    }
    request =
        request(
            caps.map(one -> AllocationService.caps(surroundings.resolve(one), table))
                .orElse(Map.of()),
            table.cost().length);
    if (request.frontPoints() == 0 && front.isEmpty() && isDocument()) {
      note("the Pareto front of so many rows is left out; --front N asks for it.");
    }
    AllocationAnswer answer = AllocationService.allocate(table, request, call(progress));
    Output.table(
        surroundings, options.out, common.json, answer, COLUMNS, rows -> write(rows, answer));
    AllocationWords.notes(answer).forEach(this::note);
    return OK;
  }

  private AllocationRequest request(Map<String, Double> most, int rows) {
    Map<String, Double> columns = new LinkedHashMap<>();
    limits.forEach((name, bound) -> columns.put(name.toLowerCase(Locale.ROOT), bound));
    Map<Goal, Double> least = new EnumMap<>(Goal.class);
    floors.forEach((name, bound) -> least.put(goal("--least", name), bound));
    List<Goal> order = priorities.stream().map(name -> goal("--priorities", name)).toList();
    return new AllocationRequest(
        budget,
        most,
        columns,
        least,
        leastShare,
        order.isEmpty() ? List.of(Goal.values()) : order,
        weights.map(AllocateCommand::weights).orElse(Map.of()),
        tolerance,
        front.orElse(isDocument() && rows <= MOST_FRONT ? AllocationRequest.FRONT_POINTS : 0),
        options.seed());
  }

  private boolean isDocument() {
    return common.json || options.out.filter(AllocateCommand::isJson).isPresent();
  }

  private static boolean isJson(Path out) {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".json") || name.endsWith(".json.gz");
  }

  private static Goal goal(String option, String name) {
    for (Goal goal : Goal.values()) {
      if (goal.label().equals(name.strip().toLowerCase(Locale.ROOT))) {
        return goal;
      }
    }
    throw new UsageException(
        "%s names %s. Use retention, monetization or growth.".formatted(option, name));
  }

  private static Map<Goal, Double> weights(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      try {
        numbers.add(Double.valueOf(part.strip()));
      } catch (NumberFormatException e) {
        throw new UsageException(wrongWeights(text), e);
      }
    }
    if (numbers.size() != Goal.values().length) {
      throw new UsageException(wrongWeights(text));
    }
    Map<Goal, Double> weights = new EnumMap<>(Goal.class);
    for (Goal goal : Goal.values()) {
      weights.put(goal, numbers.get(goal.ordinal()));
    }
    return weights;
  }

  private static String wrongWeights(String text) {
    return "--weights (%s) must be three numbers, such as 1,0.5,0.2.".formatted(text);
  }

  private static void write(TableWriter rows, AllocationAnswer answer) throws IOException {
    for (AllocationAnswer.Row one : answer.plan()) {
      rows.text(one.segment()).text(one.action()).number(one.cost()).number(one.retention());
      rows.number(one.monetization()).number(one.growth()).endRow();
    }
  }
}
