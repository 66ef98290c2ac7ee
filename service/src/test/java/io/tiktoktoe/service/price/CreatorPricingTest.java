package io.tiktoktoe.service.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.event.Assignment;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventBuilder;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.event.SubscriptionTerm;
import io.tiktoktoe.pricing.insight.PricingStrategy;
import io.tiktoktoe.pricing.portfolio.PricingInsights;
import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.pricing.portfolio.ProductPricing;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Basis;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Note;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.price.PricingRequest;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.table.TableException;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices through the store, hostile creators among them. All draws are fixed. */
class CreatorPricingTest {

  private static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
  private static final LocalDate LAST = LocalDate.parse("2026-10-25");
  private static final int WEEKS = 34;

  @TempDir static Path directory;

  private static Store store;
  private static final List<Event> EVENTS = new ArrayList<>();
  private static int ids;

  @BeforeAll
  static void fill() {
    store = Store.open(directory.resolve("store.duckdb"), StoreOptions.defaults());
    store
        .settings()
        .addRates(
            List.of(
                new ExchangeRates.Rate(
                    LocalDate.parse("2026-10-20"),
                    Currency.getInstance("USD"),
                    Currency.getInstance("EUR"),
                    new BigDecimal("0.9"))));
    tested();
    fixed();
    hostile();
    changedCurrency();
    store.events().append(EVENTS, IngestOptions.of("prices", NOW));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static void add(EventBuilder event, String creator, String product, Instant time) {
    add(event, creator, product, "fan" + ids, time);
  }

  private static void add(
      EventBuilder event, String creator, String product, String fan, Instant time) {
    EVENTS.add(
        event
            .from("shop", "e" + ids++)
            .at(time)
            .creator(creator)
            .product(product)
            .fan(fan)
            .build());
  }

  private static EventBuilder order(double price, String currency) {
    return Event.order(Payment.of(Money.ofMinor(Math.round(100 * price), currency)));
  }

  /** A test of three prices of one product; persons look several times. */
  private static void tested() {
    SplittableRandom random = new SplittableRandom(5);
    double[] prices = {8, 10, 12.5};
    for (int person = 0; person < 900; person++) {
      int arm = person % 3;
      double willing = 7 * Math.exp(.4 * random.nextGaussian());
      boolean buys = willing >= prices[arm];
      Assignment assignment = new Assignment("test", "arm" + arm, 1 / 3.0);
      for (int look = 0; look < 3; look++) {
        Instant time = BEGIN.plus(Duration.ofHours(5L * person + look));
        Money price = Money.ofMinor(Math.round(100 * prices[arm]), "EUR");
        add(
            Event.priceShown(price, buys && look == 0, assignment),
            "ada",
            "print",
            "p" + person,
            time);
      }
      if (buys) {
        add(
            order(prices[arm], "EUR"),
            "ada",
            "print",
            "p" + person,
            BEGIN.plus(Duration.ofHours(5L * person)));
      }
    }
    for (int week = 0; week < WEEKS; week++) {
      Instant time = BEGIN.plus(Duration.ofDays(7L * week));
      add(Event.priceObserved(Money.ofMinor(1_000, "EUR")), "ada", "print", time);
      EVENTS.add(
          new Event.PriceObserved(
              Event.priceObserved(Money.ofMinor(1, "EUR"))
                  .from("shop", "r" + week)
                  .at(time)
                  .creator("ada")
                  .product("print")
                  .build()
                  .context(),
              Money.ofMinor(900 + 20L * (week % 5), "EUR"),
              "print-house"));
    }
  }

  private static void fixed() {
    for (int week = 0; week < WEEKS; week++) {
      for (int sale = 0; sale < 4; sale++) {
        add(order(20, "EUR"), "ada", "mug", BEGIN.plus(Duration.ofHours(168L * week + sale)));
      }
    }
    add(order(0, "EUR"), "ada", "sticker", BEGIN);
  }

  /** One sale, refunds above sales, and a machine that buys 1,000 times a day. */
  private static void hostile() {
    add(order(30, "EUR"), "bob", "once", BEGIN.plus(Duration.ofDays(230)));
    for (int sale = 0; sale < 5; sale++) {
      Instant time = BEGIN.plus(Duration.ofDays(200 + sale));
      String id = "e" + ids;
      add(order(15, "EUR"), "bob", "returned", "b" + sale, time);
      add(
          Event.refund(Payment.of(Money.ofMinor(1_500, "EUR")), id),
          "bob",
          "returned",
          "b" + sale,
          time.plusSeconds(60));
      add(
          Event.refund(Payment.of(Money.ofMinor(900, "EUR")), "gone" + sale),
          "bob",
          "returned",
          "b" + sale,
          time.plusSeconds(90));
    }
    for (int sale = 0; sale < 1_000; sale++) {
      add(order(12, "EUR"), "bob", "hoarded", "robot", BEGIN.plusSeconds(19_000_000L + sale));
    }
    for (int sale = 0; sale < 30; sale++) {
      add(order(12, "EUR"), "bob", "hoarded", BEGIN.plus(Duration.ofDays(190 + sale)));
    }
    Payment nothing = Payment.of(Money.ofMinor(0, "EUR"));
    Payment month = Payment.of(Money.ofMinor(500, "EUR"));
    SubscriptionTerm term = SubscriptionTerm.every(Period.ofMonths(1));
    Instant begun = BEGIN.plus(Duration.ofDays(200));
    add(Event.subscriptionStarted(nothing, term.asTrial()), "bob", "club", "t", begun);
    add(Event.subscriptionRenewed(month, term), "bob", "club", "t", begun.plusSeconds(600_000));
  }

  /** The same price all along, in dollars first and in euros then. */
  private static void changedCurrency() {
    for (int week = 0; week < WEEKS; week++) {
      for (int sale = 0; sale < 3; sale++) {
        Instant time = BEGIN.plus(Duration.ofHours(168L * week + sale));
        add(week < 17 ? order(20, "USD") : order(20, "EUR"), "eve", "shirt", time);
      }
    }
  }

  private static PricingRequest ask(String creator) {
    return PricingRequest.of(creator).in(Currency.getInstance("EUR")).asOf(LAST);
  }

  private static PricingInsights told(PricingRequest request) {
    return CreatorPricing.of(store).analyze(request, Call.at(NOW));
  }

  private static ProductPricing product(String creator, String name) {
    return told(ask(creator)).products().stream()
        .filter(one -> one.product().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTestedProductIsLearnedPersonByPerson() {
    ProductPricing print = product("ada", "print");
    assertThat(print.basis()).isEqualTo(Basis.DRAWN_PRICES);
    assertThat(print.facts().price()).hasValue(10);
    assertThat(
            print.facts().demand().stream()
                .filter(one -> one.drawn())
                .mapToDouble(one -> one.shown())
                .sum())
        .as("each person once, however often it looked")
        .isEqualTo(900);
    // A lognormal of median 7 and spread .4: elasticity -3.2 between 8 and 12.5, share .187 at 10.
    assertThat(print.elasticity().interval().orElseThrow().contains(-3.2)).isTrue();
    var strategy = print.strategy().orElseThrow();
    assertThat(strategy.recommended()).isLessThan(10);
    assertThat(strategy.willingness().shown())
        .filteredOn(one -> one.price() == 10)
        .isNotEmpty()
        .allMatch(one -> one.band().contains(.187));
    assertThat(told(ask("ada")).substitutes())
        .anyMatch(one -> one.competitor().equals(java.util.Optional.of("print-house")));
  }

  @Test
  void aPriceThatNeverChangedAsksForATest() {
    ProductPricing mug = product("ada", "mug");
    assertThat(mug.notes()).contains(Note.PRICE_NEVER_CHANGED, Note.NOT_DRAWN);
    assertThat(mug.strategy().orElseThrow().recommended()).isEqualTo(20);
    assertThat(product("ada", "sticker").notes()).containsExactly(Note.FREE);
  }

  @Test
  void oneSaleRefundsAboveSalesAndMachinesAreTold() {
    assertThat(product("bob", "once").notes()).contains(Note.FEW_BUYERS);
    assertThat(product("bob", "once").strategy().orElseThrow().recommended()).isEqualTo(30);
    ProductPricing returned = product("bob", "returned");
    assertThat(returned.notes()).contains(Note.RETURNS_ABOVE_SALES);
    assertThat(returned.facts().recent().dailySales()).isZero();
    assertThat(product("bob", "club").facts().recent().payments()).isEqualTo(1);
    ProductPricing hoarded = product("bob", "hoarded");
    assertThat(hoarded.notes()).contains(Note.REPEATED_BUYERS);
    assertThat(hoarded.facts().recent().buyers()).isBetween(15.0, 31.0);
  }

  @Test
  void aChangeOfCurrencyIsNoChangeOfPrice() {
    ProductPricing shirt = product("eve", "shirt");
    assertThat(shirt.elasticity().evidence().name()).isEqualTo("PRICE_NEVER_CHANGED");
    assertThat(shirt.facts().price()).hasValue(20);
    assertThatThrownBy(() -> told(ask("eve").in(Currency.getInstance("JPY"))))
        .isInstanceOf(ServiceException.NothingThere.class)
        .hasMessageContaining("no exchange rate is known from EUR, USD. Ingest a rates file");
  }

  /** Nobody can pay half a yen; hundredths of it were recommended. */
  @Test
  void pricesOfACurrencyWithoutMinorUnitAreWhole() {
    List<Event> sales = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      boolean low = week % 2 == 0 && week < WEEKS - 8;
      int yen = low ? 511 : 631;
      for (int sale = 0; sale < (low ? 9 : 5); sale++) {
        sales.add(
            Event.order(Payment.of(Money.ofMinor(yen, "JPY")))
                .from("shop", "yen" + week + "-" + sale)
                .at(BEGIN.plus(Duration.ofDays(7L * week)))
                .creator("kei")
                .product("zine")
                .fan("fan-" + week + "-" + sale)
                .build());
      }
    }
    store.events().append(sales, IngestOptions.of("yen", NOW));
    PricingStrategy told =
        told(ask("kei").in(Currency.getInstance("JPY")))
            .products()
            .getFirst()
            .strategy()
            .orElseThrow();
    assertThat(told.recommended()).isEqualTo(Math.rint(told.recommended()));
    assertThat(told.prices())
        .hasSizeGreaterThan(1)
        .allMatch(one -> one.price() == Math.rint(one.price()));
  }

  @Test
  void whatIsUnknownIsNamedWithWhatThereIs() {
    assertThatThrownBy(
            () -> told(ask("ada").withOptions(PricingOptions.defaults().ofProduct("hat"))))
        .isInstanceOf(ServiceException.UnusableInput.class)
        .hasMessage(
            "product hat is none of creator ada, who has 3: mug, print, sticker. Use one of"
                + " these.");
    assertThatThrownBy(() -> told(ask("ada").asOf(LocalDate.parse("2026-01-01"))))
        .hasMessageContaining("asOf (2026-01-01) is before 2026-03-02");
    assertThatThrownBy(() -> told(ask("ada").asOf(LocalDate.parse("2027-01-01"))))
        .hasMessageContaining("lies ahead");
    assertThatThrownBy(() -> told(ask("nobody")))
        .isInstanceOf(ServiceException.UnknownCreator.class);
  }

  @Test
  void asOfBeforeAnySaleThereIsNothing() {
    store
        .events()
        .append(
            List.of(
                Event.tip(Payment.of(Money.ofMinor(500, "EUR")))
                    .from("shop", "tip")
                    .at(BEGIN.minus(Duration.ofDays(20)))
                    .creator("eve")
                    .build()),
            IngestOptions.of("tip", NOW));
    assertThatThrownBy(() -> told(ask("eve").asOf(LocalDate.parse("2026-02-20"))))
        .isInstanceOf(ServiceException.NothingThere.class)
        .hasMessageContaining("sold nothing with a price up to 2026-02-20");
  }

  @Test
  void constraintsComeFromATable() throws IOException {
    Path file = directory.resolve("limits.csv");
    Files.writeString(file, "product,floor,step,endings\nprint,9.5,0.5,.99 .49\n");
    ProductPricing print =
        told(ask("ada").withConstraints(file)).products().stream()
            .filter(one -> one.product().equals("print"))
            .findFirst()
            .orElseThrow();
    assertThat(print.strategy().orElseThrow().prices())
        .allMatch(one -> one.price() == 10 || one.price() >= 9.5);
    Files.writeString(file, "product,floor\nprint,9\nprint,8\n");
    assertThatThrownBy(() -> told(ask("ada").withConstraints(file)))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("print is there already");
    Files.writeString(file, "product,floor,ceiling\nprint,9,3\n");
    assertThatThrownBy(() -> told(ask("ada").withConstraints(file)))
        .hasMessageContaining("floor (9.0) must be above 0 and at most ceiling (3.0)");
  }

  @Test
  void whatIsRecommendedIsKeptOnce() throws IOException {
    told(ask("ada").recorded());
    told(ask("ada").recorded());
    List<String> kept =
        store
            .engine()
            .rows(
                Sql.of("SELECT attributes FROM current_events WHERE type = 'decision.taken'"),
                row -> row.required("attributes"));
    assertThat(kept).hasSize(2).allMatch(one -> one.contains("\"as_of\":\"2026-10-25\""));
    StringWriter json = new StringWriter();
    JsonAnswer.write(told(ask("ada")), json);
    assertThat(json.toString()).contains("\"chance_better\"").contains("\"together\"");
  }
}
