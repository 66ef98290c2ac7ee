package io.tiktoktoe.service.privacy;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import io.tiktoktoe.privacy.release.PlannedStatistic;
import io.tiktoktoe.privacy.release.PrivateReleases;
import io.tiktoktoe.privacy.release.ReleasePlan;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.privacy.PlanAnswer;
import io.tiktoktoe.table.NamedColumn;
import io.tiktoktoe.table.NamedTable;
import io.tiktoktoe.table.TableException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What a private release of statistics that a file lists would cost, and how wrong it would be. */
public final class PlanService {

  private static final int MOST_CELLS = 100_000;

  /** So many are planned within seconds. */
  private static final int MOST_STATISTICS = 10_000;

  private static final List<NamedColumn> COLUMNS =
      List.of(
          NamedColumn.text("name"),
          NamedColumn.text("measure"),
          NamedColumn.number("cells").optional(),
          NamedColumn.number("partitions").optional(),
          NamedColumn.number("events").optional(),
          NamedColumn.number("lowest").optional(),
          NamedColumn.number("highest").optional(),
          NamedColumn.number("weight").optional(),
          NamedColumn.number("expected").optional());

  private PlanService() {}

  /**
   * Plans a release.
   *
   * @param file one row for each statistic: name, measure (people, events, total, adaptive_total,
   *     mean, quantiles, histogram, top, running), cells (0 or empty: those that the data have,
   *     selected privately), partitions and events of one person (1 when absent), lowest and
   *     highest amount of one person, weight (1), expected size of a cell (1000)
   * @param names other names of columns: key is the file's
   * @throws TableException if the file is no table or one of its rows is wrong
   * @throws ServiceException.BadRequest if epsilon or delta is out of range
   */
  public static PlanAnswer plan(
      Path file, Map<String, String> names, double epsilon, double delta) {
    PrivacyBudget budget = Budgets.from0(epsilon, delta);
    List<Statistic> statistics = new ArrayList<>();
    try (NamedTable table = NamedTable.open(file, names, COLUMNS)) {
      while (table.next()) {
        if (statistics.size() == MOST_STATISTICS) {
          throw table.wrong(
              "statistics must be %,d at most. Ask for cells of one statistic instead of a statistic for each."
                  .formatted(MOST_STATISTICS));
        }
        statistics.add(statistic(table));
      }
    }
    ReleaseRequest request = request(file, budget, statistics);
    try {
      return answer(PrivateReleases.plan(request));
    } catch (IllegalArgumentException e) {
      throw new TableException(
          "%s: %s Weights and expected sizes may lie too far apart, or bounds be too wide."
              .formatted(file, e.getMessage()));
    }
  }

  /** A plan looks at no data: any account and period will do. */
  private static ReleaseRequest request(
      Path file, PrivacyBudget budget, List<Statistic> statistics) {
    LocalDate day = LocalDate.of(2000, 1, 1);
    try {
      return new ReleaseRequest(
          new BudgetAccount("plan", "plan"),
          "plan",
          DateRange.ofDays(day, day, ZoneOffset.UTC),
          budget,
          statistics);
    } catch (IllegalArgumentException e) {
      throw new TableException("%s: %s".formatted(file, e.getMessage()));
    }
  }

  private static Statistic statistic(NamedTable table) {
    String measure = table.text("measure").toLowerCase(Locale.ROOT);
    try {
      long cells = whole(table, "cells", 0);
      if (cells < 0 || cells > MOST_CELLS) {
        throw table.wrong("cells (%d) must lie between 0 and %d.".formatted(cells, MOST_CELLS));
      }
      return new Statistic(
          table.text("name"),
          measure(table, measure),
          cells == 0
              ? new Partitions.Selected()
              : new Partitions.Known(
                  IntStream.range(0, (int) cells).mapToObj(i -> "" + i).toList()),
          bounds(table, measure),
          number(table, "weight", 1),
          number(table, "expected", 1000));
    } catch (IllegalArgumentException e) {
      throw table.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static Measure measure(NamedTable table, String measure) {
    return switch (measure) {
      case "people" -> new Measure.People();
      case "events" -> new Measure.Events();
      case "total", "adaptive_total" -> new Measure.Total();
      case "mean" -> new Measure.Mean();
      case "quantiles" -> new Measure.AmountQuantiles(List.of(0.25, 0.5, 0.75));
      case "histogram" -> new Measure.Histogram(4);
      case "top" -> new Measure.Top(100);
      case "running" -> new Measure.Running();
      default ->
          throw table.wrong(
              "measure (%s) is unknown. Use one of people, events, total, adaptive_total, mean, quantiles, histogram, top, running."
                  .formatted(measure));
    };
  }

  private static ContributionBounds bounds(NamedTable table, String measure) {
    return new ContributionBounds(
        Math.clamp(whole(table, "partitions", 1), -1, Integer.MAX_VALUE),
        Math.clamp(whole(table, "events", 1), -1, Integer.MAX_VALUE),
        whole(table, "lowest", 0),
        whole(table, "highest", 1),
        measure.equals("adaptive_total"));
  }

  private static long whole(NamedTable table, String field, long otherwise) {
    double number = number(table, field, otherwise);
    if (number != Math.rint(number) || Math.abs(number) > ContributionBounds.MOST_AMOUNT) {
      throw table.wrong(
          "%s (%s) must be a whole number up to %d."
              .formatted(field, number, ContributionBounds.MOST_AMOUNT));
    }
    return (long) number;
  }

  private static double number(NamedTable table, String field, double otherwise) {
    double number = table.has(field) ? table.numberOrMissing(field) : Double.NaN;
    return Double.isNaN(number) ? otherwise : number;
  }

  private static PlanAnswer answer(ReleasePlan plan) {
    PrivacyBudget budget = plan.request().budget();
    return new PlanAnswer(
        plan.noise().label(),
        budget.epsilon(),
        budget.delta(),
        plan.spent().pld(),
        plan.statistics().stream().map(PlanService::part).toList());
  }

  private static PlanAnswer.Part part(PlannedStatistic one) {
    return new PlanAnswer.Part(
        one.statistic().name(),
        measureName(one.statistic().measure()),
        one.share(),
        unit(one.statistic().measure()),
        one.standardError(),
        one.halfWidth95(),
        one.relativeError(),
        one.personsToAppear());
  }

  private static String unit(Measure measure) {
    return switch (measure) {
      case Measure.People() -> "persons";
      case Measure.Top top -> "persons";
      case Measure.Events() -> "events";
      case Measure.Histogram histogram -> "events";
      case Measure.Running() -> "events";
      case Measure.Total() -> "amount";
      case Measure.Mean() -> "amount";
      case Measure.AmountQuantiles quantiles -> PlanAnswer.RANK;
    };
  }

  private static String measureName(Measure measure) {
    return switch (measure) {
      case Measure.People() -> "people";
      case Measure.Events() -> "events";
      case Measure.Total() -> "total";
      case Measure.Mean() -> "mean";
      case Measure.AmountQuantiles quantiles -> "quantiles";
      case Measure.Histogram histogram -> "histogram";
      case Measure.Top top -> "top";
      case Measure.Running() -> "running";
    };
  }
}
