package io.tiktoktoe.cli.command.price;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.PriceFileOptions;
import io.tiktoktoe.cli.report.ElasticityReport;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.service.model.price.ElasticityAnswer;
import io.tiktoktoe.service.model.price.ElasticityRow;
import io.tiktoktoe.service.model.price.ExpectedSale;
import io.tiktoktoe.service.price.PricingService;
import io.tiktoktoe.service.text.ElasticityWords;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How demand answers to price. */
@picocli.CommandLine.Command(
    name = "elasticity",
    description = {
      "Tell by how many percent each product's quantity changes when its price rises by one.",
      "",
      "FILE has columns product, price and quantity, and may have unit (where it was sold), period"
          + " (a number, day or month), sold_out, and controls such as promotions or season: every"
          + " other column. The answer has product, elasticity, lo95 and hi95; --json says how"
          + " sure each product's own rows are and how it answers to other prices.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe elasticity docs/examples/price-history.csv --picture")
public final class ElasticityCommand extends Command {

  private static final List<String> COLUMNS = List.of("product", "elasticity", "lo95", "hi95");

  private static final List<String> SALES =
      List.of("product", "unit", "period", "price", "quantity");

  @Option(
      names = "--cross",
      paramLabel = "auto|all|none",
      defaultValue = "auto",
      description = "Control for the other products' prices (${DEFAULT-VALUE}).")
  private ElasticityOptions.Cross cross = ElasticityOptions.Cross.AUTO;

  @Option(
      names = "--double-ml",
      description = "Controls may act on price and demand in any smooth way.")
  private boolean doubleMl;

  @Option(
      names = "--season",
      paramLabel = "PERIODS",
      defaultValue = "0",
      description = "Control for a season of so many periods, such as 52.")
  private double season;

  @Option(names = "--trend", description = "Control for a straight trend.")
  private boolean trend;

  @Option(
      names = "--expected",
      description = "Tell instead what rows without a quantity would sell, other prices included.")
  private boolean expected;

  @Mixin private PriceFileOptions options = new PriceFileOptions();

  public ElasticityCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    if (expected) {
      List<ExpectedSale> sales =
          PricingService.expectedSales(options.file(surroundings), wanted(), progress);
      options.answer(
          surroundings,
          common.json,
          sales,
          look -> ElasticityReport.sales(sales, look),
          SALES,
          rows -> write(sales, rows));
      return OK;
    }
    ElasticityAnswer answer =
        PricingService.elasticities(options.file(surroundings), wanted(), progress);
    options.answer(
        surroundings,
        common.json,
        answer.rows(),
        look -> ElasticityReport.text(answer, look),
        COLUMNS,
        rows -> write(answer, rows));
    ElasticityWords.notes(answer).forEach(this::note);
    return answer.elasticities().typical().isPresent() ? OK : FAILURE;
  }

  private ElasticityOptions wanted() {
    try {
      return new ElasticityOptions(cross, doubleMl, season, trend);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage(), e);
    }
  }

  private static void write(List<ExpectedSale> sales, TableWriter rows) throws IOException {
    for (ExpectedSale sale : sales) {
      rows.text(sale.product()).text(sale.unit()).text(sale.period());
      rows.number(sale.price()).number(sale.quantity()).endRow();
    }
  }

  private static void write(ElasticityAnswer answer, TableWriter rows) throws IOException {
    for (ElasticityRow row : answer.rows()) {
      rows.text(row.product()).number(row.elasticity().orElse(Double.NaN));
      rows.number(row.lo95().orElse(Double.NaN)).number(row.hi95().orElse(Double.NaN)).endRow();
    }
  }
}
