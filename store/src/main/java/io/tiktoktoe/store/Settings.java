package io.tiktoktoe.store;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.KeyedHash;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.store.engine.Schema;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.Engine;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** What is set rather than measured: creators' zones and currencies, dated exchange rates. */
public final class Settings {

  private final Engine engine;
  private final Writer writer;
  private final String salt;

  /** The rates as last read: reports need them often. */
  private final AtomicReference<KnownRates> known =
      new AtomicReference<>(new KnownRates(-1, ExchangeRates.of(List.of())));

  Settings(Engine engine, Writer writer, String salt) {
    this.engine = engine;
    this.writer = writer;
    this.salt = salt;
  }

  /** Rates and how often rates had been added when they were read. */
  private record KnownRates(long additions, ExchangeRates rates) {}

  /** Sets or replaces a creator's zone and currency. */
  public void setProfile(CreatorProfile profile) {
    long creator = creatorId(profile.creator());
    writer.transaction(
        session -> {
          session.run("DELETE FROM creator_profile WHERE creator = " + creator);
          session.run(
              "INSERT INTO creator_profile VALUES (%d, %s, %s)"
                  .formatted(
                      creator,
                      SqlText.literal(profile.zone().getId()),
                      SqlText.literal(profile.currency().getCurrencyCode())));
          return true;
        });
  }

  /** A creator's profile, if it was set. */
  public Optional<CreatorProfile> profile(String creator) {
    return engine
        .rows(
            Sql.of(
                "SELECT zone, currency FROM creator_profile WHERE creator = ?", creatorId(creator)),
            row ->
                new CreatorProfile(
                    creator,
                    ZoneId.of(row.required("zone")),
                    Money.currency(row.required("currency"))))
        .stream()
        .findFirst();
  }

  /**
   * A creator's profile, or else UTC and the currency in which most of their sales came (USD when
   * they have none).
   */
  public CreatorProfile profileOrGuess(String creator) {
    return profile(creator)
        .orElseGet(() -> new CreatorProfile(creator, ZoneId.of("UTC"), usualCurrency(creator)));
  }

  /**
   * The currency of the platform as it was set: that of most creators' profiles, else that into
   * which most exchange rates lead; empty without either. No event has a say.
   */
  public Optional<Currency> currency() {
    return engine
        .rows(Sql.file("shared/platform/set_currency"), row -> Money.currency(row.required("code")))
        .stream()
        .findFirst();
  }

  /** The names of all creators with events, in order. */
  public List<String> creators() {
    return engine.rows(
        Sql.of("SELECT name FROM creator ORDER BY name NULLS LAST"), row -> row.required("name"));
  }

  /** Adds rates; one for the same pair and day replaces the earlier. */
  public void addRates(Collection<ExchangeRates.Rate> rates) {
    writer.transaction(
        session -> {
          try (PreparedStatement delete =
                  session
                      .connection()
                      .prepareStatement(SqlTemplate.text("duckdb/settings/remove_rate"));
              PreparedStatement insert =
                  session
                      .connection()
                      .prepareStatement("INSERT INTO exchange_rate VALUES (?, ?, ?, ?)")) {
            for (ExchangeRates.Rate rate : rates) {
              for (PreparedStatement statement : List.of(delete, insert)) {
                statement.setObject(1, rate.day());
                statement.setString(2, rate.from().getCurrencyCode());
                statement.setString(3, rate.to().getCurrencyCode());
              }
              insert.setBigDecimal(4, rate.rate());
              delete.executeUpdate();
              insert.executeUpdate();
            }
          }
          session.run(SqlTemplate.text("duckdb/settings/count_rate_addition"));
          return true;
        });
  }

  /** Every rate that was added. */
  public ExchangeRates rates() {
    return engine.snapshot(this::rates);
  }

  /** Every rate that a snapshot holds. */
  public ExchangeRates rates(Queries snapshot) {
    long additions =
        snapshot
            .rows(Sql.file("duckdb/settings/rate_additions"), row -> row.number("additions"))
            .getFirst();
    KnownRates last = known.get();
    if (last.additions() == additions) {
      return last.rates();
    }
    KnownRates now = new KnownRates(additions, storedRates(snapshot));
    known.set(now);
    return now.rates();
  }

  private static ExchangeRates storedRates(Queries snapshot) {
    return ExchangeRates.of(
        snapshot.rows(
            Sql.of("SELECT day, from_currency, to_currency, rate FROM exchange_rate"),
            row ->
                new ExchangeRates.Rate(
                    row.day("day"),
                    Money.currency(row.required("from_currency")),
                    Money.currency(row.required("to_currency")),
                    row.decimal("rate").stripTrailingZeros())));
  }

  /**
   * The secret under which persons become pseudonyms on their way into this store, so that the same
   * address is another pseudonym in every other store. Keep it as safe as the store.
   */
  public String pseudonymKey() {
    return engine
        .rows(
            Sql.of("SELECT value FROM store_info WHERE key = ?", Schema.PSEUDONYM_KEY),
            row -> row.required("value"))
        .getFirst();
  }

  /** The store's name, which its copies and backups bear too; its secrets do not follow from it. */
  public String identity() {
    return UUID.nameUUIDFromBytes(("identity " + salt).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The store's keyed hash of a creator's text id. */
  public long creatorId(String creator) {
    return KeyedHash.withSalt(salt).id(KeyedHash.Kind.CREATOR, creator);
  }

  private Currency usualCurrency(String creator) {
    return currency("shared/metrics/usual_currency", creator)
        .or(() -> currency("shared/metrics/asked_currency", creator))
        .orElse(Money.currency("USD"));
  }

  private Optional<Currency> currency(String query, String creator) {
    return engine
        .rows(Sql.file(query, creatorId(creator)), row -> Money.currency(row.required("code")))
        .stream()
        .findFirst();
  }
}
