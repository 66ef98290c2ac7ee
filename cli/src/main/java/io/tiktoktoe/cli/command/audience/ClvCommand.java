package io.tiktoktoe.cli.command.audience;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.SeedOption;
import io.tiktoktoe.cli.option.TableOut;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.audience.LifetimeService;
import io.tiktoktoe.service.model.audience.LifetimeAnswer;
import io.tiktoktoe.service.model.audience.LifetimeRequest;
import io.tiktoktoe.table.PurchaseTable;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the customers of a file will bring. */
@picocli.CommandLine.Command(
    name = "clv",
    description = {
      "Customer lifetime value: foretell who of a file's customers still buys, how often and for"
          + " how much.",
      "",
      "FILE has columns customer, date and, where it is known, amount (negative where money went"
          + " back). The answer has customer, x (days with a repeat purchase), t_x and T (weeks"
          + " from the first purchase to the last and to --until), p_alive, expected_purchases and"
          + " expected_value over the horizon.",
      "",
      "Later purchases than --until are held out: --json tells how far each model was from them,"
          + " its parameters, log likelihood and weight, and intervals of each customer.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe clv docs/examples/purchases.csv --until 2026-03-31 --horizon 13w",
      "  ./tiktoktoe clv docs/examples/purchases.csv --until 2026-03-31 --horizon 1y --json"
    })
public final class ClvCommand extends Command {

  private static final List<String> COLUMNS =
      List.of("customer", "x", "t_x", "T", "p_alive", "expected_purchases", "expected_value");

  @Parameters(paramLabel = "FILE", description = "CSV, NDJSON (also .gz) or Parquet; - for input.")
  private Path file = Path.of("-");

  @Option(
      names = "--until",
      required = true,
      paramLabel = "DATE",
      description = "Last day of observation, such as 2026-03-31.")
  private String until = "";

  @Option(
      names = "--horizon",
      required = true,
      paramLabel = "LENGTH",
      description = "How far ahead: days, weeks, months or years, such as 39w or 1y.")
  private String horizon = "";

  @Option(
      names = "--discount",
      paramLabel = "RATE",
      defaultValue = "0",
      description = "Later money counts less by this rate a year (${DEFAULT-VALUE}), such as 0.1.")
  private double discount;

  @Option(
      names = "--map",
      split = ",",
      paramLabel = "COLUMN=FIELD",
      description = "Other names in the file, such as --map id=customer,day=date,paid=amount.")
  private Map<String, String> map = new LinkedHashMap<>();

  @Mixin private TableOut out = new TableOut();

  @Mixin private SeedOption seed = new SeedOption();

  public ClvCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    LifetimeRequest request = LifetimeRequest.of(until, horizon, discount, seed.value());
    PurchaseTable table = LifetimeService.read(surroundings.resolve(file), map, call(progress));
    tell(table);
    LifetimeAnswer answer = LifetimeService.value(table, request, call(progress));
    out.write(surroundings, common.json, answer, COLUMNS, rows -> write(rows, answer));
    return OK;
  }

  private void tell(PurchaseTable table) {
    if (!table.unusedColumns().isEmpty()) {
      note("columns not used: " + String.join(", ", table.unusedColumns()));
    }
    long left = table.withoutCustomer() + table.withoutDate() + table.withoutAmount();
    if (left > 0) {
      note(
          "%,d of %,d rows are left out: %,d have no customer, %,d no date, %,d no amount."
              .formatted(
                  left,
                  table.rows(),
                  table.withoutCustomer(),
                  table.withoutDate(),
                  table.withoutAmount()));
    }
  }

  private static void write(TableWriter rows, LifetimeAnswer answer) throws IOException {
    for (Map<String, Object> customer : answer.customers()) {
      for (String column : COLUMNS) {
        switch (Objects.requireNonNull(customer.get(column))) {
          case Integer whole -> rows.number(whole.longValue());
          case Double real -> rows.number(real);
          case Object text -> rows.text(text.toString());
        }
      }
      rows.endRow();
    }
  }
}
