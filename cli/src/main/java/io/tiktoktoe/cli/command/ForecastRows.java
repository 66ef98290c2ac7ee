package io.tiktoktoe.cli.command;

import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.service.text.Wording;
import io.tiktoktoe.table.TableWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** Forecasts as rows: one for each step, or one for each part of the explanation. */
final class ForecastRows {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final TableWriter rows;
  private final List<BigDecimal> levels;
  private final boolean explain;
  private final OptionalInt decimals;

  /**
   * Rows of a table.
   *
   * @param decimals to which amounts are rounded; empty where they are exact
   */
  ForecastRows(TableWriter rows, List<BigDecimal> levels, boolean explain, OptionalInt decimals) {
    this.rows = rows;
    this.levels = levels;
    this.explain = explain;
    this.decimals = decimals;
  }

  /** An amount of the series' unit. */
  private ForecastRows amount(double value) throws IOException {
    if (decimals.isPresent() && Double.isFinite(value)) {
      rows.number(
          BigDecimal.valueOf(value)
              .setScale(decimals.getAsInt(), RoundingMode.HALF_EVEN)
              .doubleValue());
    } else {
      rows.number(value);
    }
    return this;
  }

  /** The columns of the rows, with a band for each level in percent. */
  static List<String> columns(List<BigDecimal> levels, boolean explain) {
    if (explain) {
      return List.of("series_id", "kind", "name", "amount", "standard_error");
    }
    List<String> columns = new ArrayList<>(List.of("series_id", "step", "mean", "p50"));
    for (BigDecimal level : levels) {
      columns.add("lo" + level.toPlainString());
      columns.add("hi" + level.toPlainString());
    }
    columns.addAll(List.of("conservative", "likely", "optimistic"));
    return columns;
  }

  void write(QuantileForecast forecast) throws IOException {
    write(forecast, Optional.empty());
  }

  /**
   * The same with the time of each step behind.
   *
   * @param times the time of each step, counted from 0; empty where the columns have none
   */
  void write(QuantileForecast forecast, Optional<IntFunction<String>> times) throws IOException {
    if (explain) {
      explain(forecast.seriesId(), forecast.explanation());
      return;
    }
    for (int step = 0; step < forecast.steps(); step++) {
      if (!forecast.known(step)) {
        continue;
      }
      Outlook outlook = forecast.outlook(step);
      rows.text(forecast.seriesId()).number(step + 1L);
      amount(outlook.mean()).amount(outlook.likely());
      for (BigDecimal level : levels) {
        double confidence = level.divide(HUNDRED).doubleValue();
        amount(forecast.band(step, confidence).lo());
        amount(forecast.band(step, confidence).hi());
      }
      amount(outlook.conservative()).amount(outlook.likely()).amount(outlook.optimistic());
      if (times.isPresent()) {
        rows.text(times.get().apply(step));
      }
      rows.endRow();
    }
  }

  /**
   * The columns with the time of each step behind.
   *
   * @param time the name of that column
   */
  static List<String> datedColumns(List<BigDecimal> levels, boolean explain, String time) {
    List<String> columns = new ArrayList<>(columns(levels, explain));
    if (!explain) {
      columns.add(time);
    }
    return columns;
  }

  /**
   * With the bands that such a forecast has, 68 and 95, and the day of each step.
   *
   * @param scale what amounts are multiplied by
   * @param first day of the first step
   */
  void write(Forecast forecast, double scale, LocalDate first) throws IOException {
    if (explain) {
      explain(forecast.seriesId(), forecast.explanation().times(scale));
      return;
    }
    for (int step = 0; step < forecast.steps().size(); step++) {
      Outlook outlook = forecast.steps().get(step).times(scale);
      rows.text(forecast.seriesId()).number(step + 1L);
      amount(outlook.mean()).amount(outlook.likely());
      amount(outlook.band68().lo()).amount(outlook.band68().hi());
      amount(outlook.band95().lo()).amount(outlook.band95().hi());
      amount(outlook.conservative()).amount(outlook.likely()).amount(outlook.optimistic());
      rows.text(first.plusDays(step).toString()).endRow();
    }
  }

  private void explain(String id, Explanation explanation) throws IOException {
    for (Explanation.Component part : explanation.components()) {
      rows.text(id).text("part").text(Wording.part(part.part()));
      amount(part.amount());
      rows.missing().endRow();
    }
    for (Explanation.Change change : explanation.changes()) {
      rows.text(id).text("change").text(Wording.whatIf(change.whatIf()));
      amount(change.amount());
      if (Double.isNaN(change.standardError())) {
        rows.missing().endRow();
      } else {
        amount(change.standardError());
        rows.endRow();
      }
    }
    goals(id, explanation);
  }

  private void goals(String id, Explanation explanation) throws IOException {
    for (Explanation.Goal goal : explanation.goals()) {
      rows.text(id).text("goal").text(goal.campaign()).number(goal.chance()).missing().endRow();
    }
  }

  void end() throws IOException {
    rows.end();
  }
}
