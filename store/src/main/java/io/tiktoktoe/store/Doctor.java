package io.tiktoktoe.store;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.RateGap;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.store.ingest.Chunk;
import io.tiktoktoe.store.model.Engine;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.text.DateText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks for what is wrong with a store's data and says what to do about it. Changes nothing. */
public final class Doctor {

  /** Data older than this is called stale. */
  private static final Duration STALE = Duration.ofDays(2);

  private final Engine engine;
  private final Supplier<ExchangeRates> rates;

  Doctor(Engine engine, Supplier<ExchangeRates> rates) {
    this.engine = engine;
    this.rates = rates;
  }

  /** How bad a finding is. */
  public enum Severity {
    /** As it should be. */
    FINE,
    /** Worth knowing; numbers are right. */
    NOTICE,
    /** Numbers may be wrong or missing. */
    PROBLEM
  }

  /**
   * One thing that was looked at.
   *
   * @param check its name, such as {@code rollup}
   * @param severity how bad it is
   * @param message what was found and, when something is wrong, what to do
   */
  public record Finding(String check, Severity severity, String message) {}

  /** Runs every check. Cost: one pass over all events. */
  public List<Finding> examine(Instant now) {
    List<Finding> findings = new ArrayList<>();
    findings.add(size());
    findings.add(rollup("revenue", "shared/doctor/revenue_differences"));
    findings.add(rollup("audience", "shared/doctor/audience_differences"));
    findings.add(duplicates());
    findings.add(reversals());
    findings.add(
        counted(
            "refunds",
            SqlTemplate.text("shared/doctor/over_refunds"),
            "No sale was refunded beyond its amount.",
            " sales were refunded beyond their amount; they count as they came. Check them with"
                + " their platform.",
            Severity.NOTICE));
    findings.add(amounts());
    findings.add(rates());
    findings.add(
        counted(
            "erasure",
            "SELECT count(*) AS n FROM store_info WHERE key = '" + StoreCopy.DUE + "'",
            "Every erasure was finished.",
            " erasure was interrupted: freed parts of the file may still hold the name. Erase the"
                + " same fan again.",
            Severity.NOTICE));
    findings.add(
        counted(
            "rejects",
            "SELECT count(*) AS n FROM rejects WHERE replayed IS NULL",
            "No rows wait among the rejects.",
            " rows were rejected and not replayed. Export rejected_rows to see why.",
            Severity.NOTICE));
    findings.add(freshness(now));
    return findings;
  }

  private Finding size() {
    return engine
        .rows(
            Sql.file("shared/doctor/data"),
            row ->
                new Finding(
                    "data",
                    Severity.FINE,
                    "%,d events of %,d creators."
                        .formatted(row.number("events"), row.number("creators"))))
        .getFirst();
  }

  private Finding rollup(String name, String file) {
    long differences = engine.rows(Sql.file(file), row -> row.number("n")).getFirst();
    return differences == 0
        ? new Finding(
            name + " rollup", Severity.FINE, "The " + name + " rollup equals a recomputation.")
        : new Finding(
            name + " rollup",
            Severity.PROBLEM,
            "%,d cells of the %s rollup differ from a recomputation. Rebuild the store from an export."
                .formatted(differences, name));
  }

  private Finding reversals() {
    return engine
        .rows(
            Sql.file("shared/doctor/reversals"),
            row -> {
              long told = row.number("told");
              long untold = row.number("untold");
              if (told + untold == 0) {
                return new Finding(
                    "reversals", Severity.FINE, "Every refund and chargeback has its sale.");
              }
              return new Finding(
                  "reversals",
                  Severity.NOTICE,
                  ("%,d refunds or chargebacks have no sale here: %,d count in the stream that they"
                          + " name, %,d where their platform sells most. Ingest the sales that are"
                          + " missing.")
                      .formatted(told + untold, told, untold));
            })
        .getFirst();
  }

  private Finding amounts() {
    long most = Chunk.LARGEST_AMOUNT;
    List<String> batches =
        engine.rows(
            Sql.file("shared/doctor/amounts", most, most, most), row -> row.required("batch"));
    return batches.isEmpty()
        ? new Finding("amounts", Severity.FINE, "No amount is too large for sums.")
        : new Finding(
            "amounts",
            Severity.PROBLEM,
            "Amounts above %d minor units came in before they were refused, and sums with them fail: take their files back with undo (%s) and ingest them corrected."
                .formatted(most, String.join(", ", batches)));
  }

  /** All that is missing at once, so that it can be added at once. */
  private Finding rates() {
    List<RateGap.Need> needs =
        engine.rows(
            Sql.file("shared/doctor/missing_rates"),
            row ->
                new RateGap.Need(
                    Money.currency(row.required("paid")),
                    Money.currency(row.required("wanted")),
                    row.day("day")));
    List<RateGap> gaps = RateGap.of(needs, needs.isEmpty() ? ExchangeRates.none() : rates.get());
    return gaps.isEmpty()
        ? new Finding("rates", Severity.FINE, "Every creator's currencies have exchange rates.")
        : new Finding(
            "rates",
            Severity.PROBLEM,
            "Exchange rates are missing: %s. Ingest them in a CSV with the columns date,from,to,rate; a rate holds for %d days after its own."
                .formatted(RateGap.list(gaps), ExchangeRates.MAX_AGE_DAYS));
  }

  private Finding duplicates() {
    return counted(
        "duplicates",
        SqlTemplate.text("shared/doctor/duplicates"),
        "Every event is stored once.",
        " events are stored more than once. Rebuild the store from an export.",
        Severity.PROBLEM);
  }

  private Finding counted(
      String check, String query, String fine, String wrong, Severity severity) {
    long found = engine.rows(Sql.of(query), row -> row.number("n")).getFirst();
    return found == 0
        ? new Finding(check, Severity.FINE, fine)
        : new Finding(check, severity, "%,d".formatted(found) + wrong);
  }

  private Finding freshness(Instant now) {
    return engine
        .rows(
            Sql.of("SELECT max(newest) AS newest FROM coverage"),
            row -> {
              if (row.isNull("newest")) {
                return new Finding(
                    "freshness", Severity.NOTICE, "There are no events yet. Ingest some.");
              }
              Instant newest = row.instant("newest");
              return Duration.between(newest, now).compareTo(STALE) > 0
                  ? new Finding(
                      "freshness",
                      Severity.NOTICE,
                      "The newest event is of "
                          + written(newest)
                          + ". Check that senders still deliver.")
                  : new Finding(
                      "freshness",
                      Severity.FINE,
                      "The newest event is of " + written(newest) + ".");
            })
        .getFirst();
  }

  /** A row that stands for a day has no clock to tell. */
  private static String written(Instant newest) {
    LocalDateTime utc = LocalDateTime.ofInstant(newest, ZoneOffset.UTC);
    return utc.toLocalTime().equals(DateText.NOON)
        ? utc.toLocalDate().toString()
        : newest.toString();
  }
}
