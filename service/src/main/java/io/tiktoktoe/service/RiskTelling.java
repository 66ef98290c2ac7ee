package io.tiktoktoe.service;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.risk.exposure.CashPlan;
import io.tiktoktoe.risk.exposure.ExposureAssessor;
import io.tiktoktoe.risk.exposure.PlannedSpending;
import io.tiktoktoe.risk.exposure.RiskExposures;
import io.tiktoktoe.risk.exposure.ScenarioText;
import io.tiktoktoe.risk.exposure.StressScenario;
import io.tiktoktoe.service.model.RiskRequest;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.table.NamedColumn;
import io.tiktoktoe.table.NamedTable;
import io.tiktoktoe.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a risk request tells, and measures exposures beside the risk of the income. */
final class RiskTelling {

  /** A longer text is no scenario. */
  private static final long MOST_BYTES = 1 << 20;

  private static final Pattern CODE = Pattern.compile("\\p{L}{3}");

  private final RiskRequest request;
  private final List<StressScenario> scenarios;

  /** Reads the scenarios first: what is wrong with them is said before anything is computed. */
  RiskTelling(RiskRequest request) {
    this.request = request;
    if (request.payoutDays() < 0 || request.payoutDays() > CashPlan.MOST_DAYS) {
      throw new ServiceException.BadRequest(
          "payout_days",
          "{payout_days} (%d) must be 0 to %d. Give the days from a sale to its money.",
          request.payoutDays(),
          CashPlan.MOST_DAYS);
    }
    this.scenarios = new ArrayList<>();
    try {
      request.scenarios().forEach(text -> scenarios.add(ScenarioText.parse(text)));
      request
          .scenarioFile()
          .ifPresent(file -> scenarios.addAll(ScenarioText.parseAll(lines(file))));
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  private static ServiceException unusable(IllegalArgumentException e) {
    return new ServiceException.UnusableInput("%s", String.valueOf(e.getMessage())).because(e);
  }

  private static List<String> lines(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ServiceException.UnusableInput(
          "%s %s. Name a text file in UTF-8.",
          file, Files.exists(file) ? "is no file" : "does not exist");
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ServiceException.UnusableInput(
            "%s is larger than 1 MiB, which no list of scenarios is. Name another file.", file);
      }
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new ServiceException.UnusableInput(
              "%s cannot be read as text (%s). Name a text file in UTF-8.",
              file, String.valueOf(e.getMessage()))
          .because(e);
    }
  }

  /** The exposures of what was analysed, from the same snapshot. */
  RiskExposures exposures(RevenueSource source, RevenueInsights insights, long seed) {
    LocalDate start = insights.predictions().start().toLocalDate();
    DateRange recent =
        DateRange.ofDays(
            start.minusDays(RevenueInputs.RECENT_DAYS),
            start.minusDays(1),
            insights.creator().zone());
    try {
      return ExposureAssessor.assess(
          source.riskFacts(insights.creator(), recent),
          insights.predictions(),
          insights.risk(),
          insights.creator().currency(),
          scenarios,
          plan(source, insights, start),
          new SplittableRandom(seed));
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  private CashPlan plan(RevenueSource source, RevenueInsights insights, LocalDate start) {
    if (request.spending().isEmpty()) {
      return CashPlan.NONE;
    }
    double unit = Math.pow(10, insights.creator().currency().getDefaultFractionDigits());
    int days = request.payoutDays();
    double[] earned = new double[days];
    if (days > 0) {
      DateRange late =
          DateRange.ofDays(start.minusDays(days), start.minusDays(1), insights.creator().zone());
      for (List<RevenueCell> stream : source.income(insights.creator(), late).streams()) {
        for (RevenueCell cell : stream) {
          long day = late.day(cell.bucket()).toEpochDay() - start.minusDays(days).toEpochDay();
          if (day >= 0 && day < days) {
            earned[(int) day] += cell.net();
          }
        }
      }
    }
    return new CashPlan(
        Math.round(request.cash() * unit),
        days,
        spending(request.spending().get(), insights.creator().currency()),
        earned);
  }

  private static List<PlannedSpending> spending(Path file, Currency currency) {
    double unit = Math.pow(10, currency.getDefaultFractionDigits());
    List<PlannedSpending> rows = new ArrayList<>();
    List<NamedColumn> columns =
        List.of(
            NamedColumn.time("date"),
            NamedColumn.number("amount"),
            NamedColumn.text("what").optional(),
            NamedColumn.text("currency").optional());
    try (NamedTable table = NamedTable.open(file, columns)) {
      while (table.next()) {
        requireCurrency(table, currency);
        String what = table.has("what") ? table.textOrEmpty("what") : "";
        rows.add(
            new PlannedSpending(
                table.day("date"),
                what.isEmpty() ? "payment" : what,
                Math.round(table.number("amount") * unit)));
      }
    }
    if (rows.isEmpty()) {
      throw new TableException(file + " has a header and no rows. Add at least one row.");
    }
    return rows;
  }

  /** Amounts are held against income as they are: none may be in another currency. */
  private static void requireCurrency(NamedTable table, Currency currency) {
    String amount = table.text("amount");
    String named = table.has("currency") ? table.textOrEmpty("currency") : "";
    Matcher code = CODE.matcher(amount);
    String told = named.isEmpty() && code.find() ? code.group() : named;
    boolean otherSign =
        amount
            .codePoints()
            .filter(one -> Character.getType(one) == Character.CURRENCY_SYMBOL)
            .anyMatch(one -> currency.getSymbol(Locale.US).indexOf(one) < 0);
    if (otherSign || !(told.isEmpty() || told.equalsIgnoreCase(currency.getCurrencyCode()))) {
      throw table.wrong(
          "amount (%s%s) must be in %s, as the report is. Convert it, or ask for the report in that currency."
              .formatted(amount, named.isEmpty() ? "" : " " + named, currency.getCurrencyCode()));
    }
  }
}
