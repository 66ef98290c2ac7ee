package io.tiktoktoe.store;

import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.forecast.LearnedModelFormat;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.Engine;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.query.StoreRevenueSource;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Global forecasting models learned from all creators, kept with their provenance: every forecast
 * uses the newest. The view {@code models} lists them.
 */
public final class LearnedModels {

  private final Engine engine;
  private final Writer writer;
  private final AtomicReference<Numbered> read =
      new AtomicReference<>(new Numbered(0, LearnedModel.NONE));

  LearnedModels(Engine engine, Writer writer) {
    this.engine = engine;
    this.writer = writer;
  }

  private record Numbered(long number, LearnedModel model) {}

  /**
   * Keeps a model, which is the newest from then on, and gives it with its number as its name.
   *
   * @param made when it was made
   * @param provenance how to make it again
   * @throws StoreException.WriteFailed if the store cannot be written
   */
  public LearnedModel keep(Instant made, Provenance provenance, LearnedModel model) {
    byte[] content = LearnedModelFormat.bytes(model);
    long number =
        writer.transaction(
            session -> {
              long next =
                  session.numbers("SELECT coalesce(max(model), 0) + 1 FROM learned_model")[0];
              insert(session, next, made, provenance, model.creators(), content);
              return next;
            });
    return model.named(name(number));
  }

  private static void insert(
      Writer.Session session,
      long number,
      Instant made,
      Provenance provenance,
      int creators,
      byte[] content)
      throws SQLException {
    try (PreparedStatement insert =
        session.connection().prepareStatement(SqlTemplate.text("duckdb/settings/add_model"))) {
      insert.setLong(1, number);
      insert.setTimestamp(2, Timestamp.valueOf(StoreRevenueSource.utc(made)));
      insert.setTimestamp(3, Timestamp.valueOf(StoreRevenueSource.utc(provenance.dataThrough())));
      insert.setInt(4, creators);
      insert.setString(5, ForecastLog.options(provenance));
      insert.setLong(6, provenance.seed());
      insert.setString(7, provenance.version());
      insert.setInt(8, LearnedModelFormat.VERSION);
      insert.setBytes(9, content);
      insert.executeUpdate();
    }
  }

  /**
   * The newest model that this program can read; {@link LearnedModel#NONE} when there is none.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  public LearnedModel newest() {
    return engine.snapshot(
        queries -> {
          long number =
              queries
                  .rows(
                      Sql.file("duckdb/settings/newest_model", LearnedModelFormat.VERSION),
                      row -> row.number("model"))
                  .getFirst();
          Numbered last = read.get();
          if (last.number() == number) {
            return last.model();
          }
          LearnedModel model =
              queries
                  .rows(
                      Sql.of("SELECT content FROM learned_model WHERE model = ?", number),
                      row -> LearnedModelFormat.model(row.bytes("content")))
                  .getFirst()
                  .named(name(number));
          read.set(new Numbered(number, model));
          return model;
        });
  }

  private static String name(long number) {
    return "model " + number;
  }
}
