package io.tiktoktoe.service.price;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.pricing.insight.PriceSensitivity;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import io.tiktoktoe.pricing.insight.SurveyOptions;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.price.ElasticityAnswer;
import io.tiktoktoe.service.model.price.ElasticityRow;
import io.tiktoktoe.service.model.price.ExpectedSale;
import io.tiktoktoe.service.model.price.PolicyAnswer;
import io.tiktoktoe.service.model.price.PriceFile;
import io.tiktoktoe.table.ColumnTable;
import io.tiktoktoe.table.ColumnsFile;
import io.tiktoktoe.table.TableException;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Price analyses of plain files, without a store: surveys, demand, logs of bandits. One call a
 * question.
 */
public final class PricingService {

  private static final ColumnsFile.Wanted SURVEY =
      new ColumnsFile.Wanted(
          List.of("cheap", "expensive", "too_expensive"),
          List.of(),
          List.of("too_cheap", "pi_cheap", "pi_expensive"),
          List.of("respondent"),
          name -> false);

  private PricingService() {}

  /**
   * The price sensitivity meter of a file of answers: columns {@code respondent}, {@code
   * too_cheap}, {@code cheap}, {@code expensive}, {@code too_expensive}, and for purchase intents
   * {@code pi_cheap} and {@code pi_expensive}, from 1 (surely not) to 5 (surely).
   *
   * @throws TableException if the file is no table, lacks a column or has a wrong row
   * @throws ServiceException.UnusableInput if nobody's prices are in order, or a respondent
   *     answered twice
   */
  public static PriceSensitivity.Points willingness(
      PriceFile file, SurveyOptions options, Progress progress) {
    ColumnTable table = ColumnsFile.read(file.path(), file.names(), SURVEY, progress);
    requireOnce(file, table);
    List<SurveyAnswer> answers = answers(file, table);
    return switch (DynamicPricingEngine.priceSensitivity(answers, options)) {
      case PriceSensitivity.Points points -> points;
      case PriceSensitivity.NoOrderedAnswers(int respondents) ->
          throw new ServiceException.UnusableInput(
              "%s: none of %d respondents named prices that rise from too_cheap over cheap and"
                  + " expensive to too_expensive. Check whether columns were exchanged.",
              file.path(), respondents);
    };
  }

  /**
   * Own-price elasticities of the products of a file: columns {@code product}, {@code price},
   * {@code quantity}, and as far as there are {@code unit}, {@code period}, {@code sold_out} and
   * controls.
   *
   * @throws TableException if the file is no table, lacks a column or has a wrong row
   */
  public static ElasticityAnswer elasticities(
      PriceFile file, ElasticityOptions options, Progress progress) {
    DemandFile.Read read = DemandFile.read(file, progress);
    Elasticities elasticities =
        DynamicPricingEngine.elasticities(
            read.history(), options, Runtime.getRuntime().availableProcessors(), progress);
    return new ElasticityAnswer(
        elasticities.products().stream().map(ElasticityRow::of).toList(),
        elasticities,
        read.unused());
  }

  /**
   * What would be sold in the rows of a file whose quantity is missing, learned from the others;
   * columns as for elasticities.
   *
   * @throws TableException if the file is no table, lacks a column or has a wrong row
   * @throws ServiceException.UnusableInput if no row lacks its quantity
   */
  public static List<ExpectedSale> expectedSales(
      PriceFile file, ElasticityOptions options, Progress progress) {
    DemandFile.Read read = DemandFile.read(file, progress);
    DemandHistory history = read.history();
    double[] expected = DynamicPricingEngine.expectedLogQuantities(history, options);
    List<ExpectedSale> sales = new ArrayList<>();
    for (int row = 0; row < expected.length; row++) {
      if (Double.isNaN(history.quantity(row))) {
        sales.add(
            new ExpectedSale(
                history.product(row),
                history.unit(row),
                read.periods().isEmpty() ? String.valueOf(row) : read.periods().get(row),
                history.price(row),
                Math.exp(expected[row])));
      }
    }
    if (sales.isEmpty()) {
      throw new ServiceException.UnusableInput(
          "%s: every row has a quantity, so none is to be foretold. Add rows with a price and an"
              + " empty quantity.",
          file.path());
    }
    return sales;
  }

  /**
   * What policies would have brought, from a log of choices: columns {@code arm}, {@code reward},
   * {@code propensity}, and columns that begin with {@code policy}.
   *
   * @param policy {@code uniform} or an arm that is always shown, instead of the file's policies
   * @throws TableException if the file is no table, lacks a column or has a wrong row
   * @throws ServiceException if there is no such policy
   */
  public static PolicyAnswer policies(PriceFile file, Optional<String> policy, Progress progress) {
    return PolicyFile.evaluate(file, policy, progress);
  }

  private static void requireOnce(PriceFile file, ColumnTable table) {
    if (!table.has("respondent")) {
      return;
    }
    List<String> respondents = table.texts("respondent");
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < respondents.size(); row++) {
      Integer before = rows.putIfAbsent(respondents.get(row), row);
      if (before != null && !respondents.get(row).isEmpty()) {
        throw new ServiceException.UnusableInput(
            "%s: rows %d and %d are both of respondent %s. Keep one answer of each.",
            file.path(), before + 1, row + 1, respondents.get(row));
      }
    }
  }

  private static List<SurveyAnswer> answers(PriceFile file, ColumnTable table) {
    double[] missing = new double[table.rows()];
    Arrays.fill(missing, Double.NaN);
    double[] tooCheap = table.has("too_cheap") ? table.numbers("too_cheap") : missing;
    double[] atCheap = table.has("pi_cheap") ? table.numbers("pi_cheap") : missing;
    double[] atExpensive = table.has("pi_expensive") ? table.numbers("pi_expensive") : missing;
    double[] cheap = table.numbers("cheap");
    double[] expensive = table.numbers("expensive");
    double[] tooExpensive = table.numbers("too_expensive");
    List<SurveyAnswer> answers = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      try {
        answers.add(
            new SurveyAnswer(
                tooCheap[row],
                cheap[row],
                expensive[row],
                tooExpensive[row],
                atCheap[row],
                atExpensive[row]));
      } catch (IllegalArgumentException e) {
        throw new TableException(
            "%s: row %d: %s".formatted(file.path(), row + 1, e.getMessage()), e);
      }
    }
    return answers;
  }
}
