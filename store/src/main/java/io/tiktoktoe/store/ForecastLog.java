package io.tiktoktoe.store;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.query.StoreRevenueSource;
import io.tiktoktoe.work.Progress;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Forecasts that were made, kept so that they can be exported and later compared with what came.
 */
public final class ForecastLog {

  private final Writer writer;
  private final Settings settings;

  ForecastLog(Writer writer, Settings settings) {
    this.writer = writer;
    this.settings = settings;
  }

  /**
   * The forecast of one creator's daily net income.
   *
   * @param creator whose it is; amounts are in their currency
   * @param stream label of the stream, or {@code total}
   * @param dataThrough time of the newest event behind it
   * @param first the local day of the first step
   * @param days one outlook a day, in minor units of the currency
   */
  public record Entry(
      CreatorProfile creator,
      String stream,
      Instant dataThrough,
      LocalDate first,
      List<Outlook> days) {

    public Entry {
      days = List.copyOf(days);
    }
  }

  /**
   * Keeps what one run forecast, all of it or nothing, and gives the run's number.
   *
   * @param made when it was made
   * @param provenance how to make it again; each entry says through when its own data reach
   * @throws StoreException.WriteFailed if the store cannot be written
   * @throws java.util.concurrent.CancellationException if the progress cancels
   */
  public int keep(Instant made, Provenance provenance, List<Entry> entries, Progress progress) {
    return writer.transaction(
        session -> {
          int run = (int) session.numbers("SELECT coalesce(max(run), 0) + 1 FROM forecast_run")[0];
          addRun(session, run, made, provenance);
          try (DuckDBAppender appender =
              ((DuckDBConnection) session.connection()).createAppender("main", "forecast")) {
            for (int i = 0; i < entries.size(); i++) {
              progress.report("keeping forecasts", i, entries.size());
              append(appender, run, entries.get(i));
            }
            appender.flush();
          }
          return run;
        });
  }

  private static void addRun(Writer.Session session, int run, Instant made, Provenance provenance)
      throws SQLException {
    try (PreparedStatement insert =
        session
            .connection()
            .prepareStatement("INSERT INTO forecast_run VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setInt(1, run);
      insert.setTimestamp(2, Timestamp.valueOf(StoreRevenueSource.utc(made)));
      insert.setString(3, provenance.model());
      insert.setString(4, options(provenance));
      insert.setLong(5, provenance.seed());
      insert.setString(6, provenance.version());
      insert.executeUpdate();
    }
  }

  /** A provenance's options as one text. */
  static String options(Provenance provenance) {
    return provenance.options().entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(" "));
  }

  private void append(DuckDBAppender appender, int run, Entry entry) throws SQLException {
    long creator = settings.creatorId(entry.creator().creator());
    for (int step = 0; step < entry.days().size(); step++) {
      Outlook day = entry.days().get(step);
      appender.beginRow();
      appender.append(run);
      appender.append(creator);
      appender.append(entry.stream());
      appender.append(StoreRevenueSource.utc(entry.dataThrough()));
      appender.append(step + 1);
      appender.append(entry.first().plusDays(step));
      appender.append(entry.creator().currency().getCurrencyCode());
      double[] amounts = {
        day.mean(),
        day.likely(),
        day.band68().lo(),
        day.band68().hi(),
        day.band95().lo(),
        day.band95().hi(),
        day.conservative(),
        day.likely(),
        day.optimistic()
      };
      for (double amount : amounts) {
        appender.append(Math.round(amount));
      }
      appender.endRow();
    }
  }
}
