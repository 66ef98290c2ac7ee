package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prices of creators whose history is hard to read. All draws are fixed. */
class AnalyzePricingHostileTest {

  private static final Instant BEGIN = Instant.parse("2024-07-01T10:00:00Z");
  private static final int WEEKS = 103;
  private static final double YEAR = 52.1775;

  @TempDir static Path directory;

  private static final List<String> ROWS = new ArrayList<>();
  private static final SplittableRandom RANDOM = new SplittableRandom(23);

  private static JsonNode odd = new JsonMapper().createObjectNode();

  @BeforeAll
  static void ingest() throws IOException {
    ROWS.add(
        "id,time,type,creator,fan,source,product,amount,currency,refers_to,competitor,promotion,"
            + "sold_out");
    odd();
    told();
    rivals();
    Files.write(directory.resolve("sales.csv"), ROWS);
    CommandRun taken = CommandRun.in(directory, "ingest", "sales.csv");
    assertThat(taken.code()).as(taken.err()).isZero();
    odd = json("analyze", "pricing", "--creator", "odd", "--json");
  }

  private static Instant week(int week) {
    return BEGIN.plus(7L * week, ChronoUnit.DAYS);
  }

  private static void row(
      Instant time, String type, String who, String fan, String product, double price, String end) {
    ROWS.add(
        String.format(
            Locale.ROOT,
            "e%d,%s,%s,%s,%s,shop,%s,%.2f,%s",
            ROWS.size(),
            time,
            type,
            who,
            fan,
            product,
            price,
            end));
  }

  private static void order(Instant time, String who, String fan, String product, double price) {
    row(time, "merch.order", who, fan, product, price, "EUR,,,,");
  }

  /** Everything that a creator may have done wrong. */
  private static void odd() {
    for (int week = 0; week < WEEKS; week++) {
      for (int sale = 0; sale < 3; sale++) {
        order(week(week), "odd", "f" + week + "-" + sale, "fixed", 20);
        double season = Math.sin(2 * Math.PI * week / YEAR);
        order(
            week(week), "odd", "s" + week + "-" + sale, "seasonal", 1_000 * Math.exp(.2 * season));
      }
      String currency = week < 50 ? "GBP,,,," : "EUR,,,,";
      row(week(week), "merch.order", "odd", "c" + week, "moved", 15, currency);
    }
    order(week(100), "odd", "x", "once", 30);
    order(week(99), "odd", "x", "free", 0);
    for (int sale = 0; sale < 10_000; sale++) {
      order(week(101).plusSeconds(sale), "odd", "robot", "hoarded", 12);
    }
    for (int sale = 0; sale < 30; sale++) {
      order(week(100).plusSeconds(sale), "odd", "h" + sale, "hoarded", 12);
    }
    for (int sale = 0; sale < 4; sale++) {
      order(week(100), "odd", "b" + sale, "returned", 15);
      row(week(101), "refund", "odd", "b" + sale, "returned", 24, "EUR,,,,");
    }
  }

  /** Sales under promotions, in a campaign, and sold out for weeks. */
  private static void told() {
    for (int week = 40; week < WEEKS; week++) {
      boolean promotion = week % 5 == 0;
      boolean out = week == 60 || week == 80;
      double price = (promotion ? 8 : 10) + RANDOM.nextInt(3);
      int sales = out ? 1 : 8 + RANDOM.nextInt(4) + (promotion ? 8 : 0);
      for (int sale = 0; sale < sales; sale++) {
        String end = promotion ? "EUR,,,weekend," : "EUR,,,,";
        String fan = "t" + week + "-" + sale;
        row(week(week).plusSeconds(sale), "merch.order", "told", fan, "mug", price, end);
      }
      if (out) {
        Instant next = week(week).plus(1, ChronoUnit.DAYS);
        row(next, "price.observed", "told", "", "mug", price, "EUR,,,,true");
      }
    }
  }

  /** A print whose sales follow a rival's price, two tiers, and buyers shared with another. */
  private static void rivals() {
    for (int week = 20; week < WEEKS; week++) {
      double price = 9 + 2 * RANDOM.nextDouble();
      double rival = 8 + 4 * RANDOM.nextDouble();
      row(week(week), "price.observed", "ada", "", "print", rival, "EUR,,bob,,");
      long sales = Math.round(14 * Math.pow(price / 10, -2) * Math.pow(rival / 10, 1.5));
      for (int sale = 0; sale < sales; sale++) {
        order(week(week), "ada", "a" + week + "-" + sale, "print", price);
      }
      order(week(week), "ada", "a" + week + "-0", "poster", 10 + week % 3);
      row(week(week), "subscription.started", "ada", "m" + week, "basic", 5, "EUR,,,,");
      row(week(week), "subscription.started", "ada", "n" + week, "plus", 9, "EUR,,,,");
      if (week > 60) {
        order(week(week), "zoe", "a" + week + "-0", "calendar", 14);
      }
    }
  }

  private static JsonNode json(String... args) {
    CommandRun run = CommandRun.in(directory, args);
    assertThat(run.code()).as(run.err()).isZero();
    return new JsonMapper().readTree(run.out());
  }

  private static JsonNode product(JsonNode told, String name) {
    for (JsonNode one : told.get("products")) {
      if (one.get("facts").get("name").asString().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("no product " + name);
  }

  private static List<String> notes(JsonNode product) {
    List<String> notes = new ArrayList<>();
    product.get("notes").forEach(one -> notes.add(one.asString()));
    return notes;
  }

  @Test
  void aPriceThatNeverMovedOrMovedWithTheSeasonIsNoEvidence() {
    assertThat(notes(product(odd, "fixed"))).contains("price_never_changed", "not_drawn");
    JsonNode seasonal = product(odd, "seasonal");
    assertThat(seasonal.get("controls").toString()).contains("season of a year");
    assertThat(notes(seasonal)).contains("price_follows_time");
    assertThat(seasonal.get("strategy").get("recommended").asDouble())
        .isEqualTo(seasonal.get("strategy").get("today").asDouble());
  }

  @Test
  void freeThingsOneSaleRefundsAndMachinesAreSaid() {
    assertThat(notes(product(odd, "free"))).containsExactly("free");
    assertThat(notes(product(odd, "once"))).contains("few_buyers");
    JsonNode once = product(odd, "once").get("strategy").get("willingness").get("interval");
    assertThat(once.get("hi").asDouble() - once.get("lo").asDouble()).isGreaterThan(20);
    assertThat(notes(product(odd, "returned"))).contains("returns_above_sales");
    assertThat(notes(product(odd, "hoarded"))).contains("repeated_buyers");
    assertThat(product(odd, "hoarded").get("facts").get("recent").get("buyers").asDouble())
        .as("10,000 orders of one machine on one day are one buyer")
        .isEqualTo(31);
  }

  @Test
  void aCurrencyWithoutARateIsLeftOutByName() {
    assertThat(odd.get("unconverted").get(0).asString()).isEqualTo("GBP");
    assertThat(notes(product(odd, "moved"))).contains("price_never_changed");
    CommandRun yen =
        CommandRun.in(directory, "analyze", "pricing", "--creator", "zoe", "--currency", "JPY");
    assertThat(yen.code()).isEqualTo(1);
    assertThat(yen.err())
        .contains(
            "no price of creator zoe can be told in JPY: no exchange rate is known from EUR."
                + " Ingest a rates file, or choose --currency EUR.");
  }

  /** .995 was rounded to the next whole price without a word. */
  @Test
  void endingsThatNoPriceCanHaveAreRefused() {
    for (String ending : new String[] {".995", "7", "-.5", "NaN"}) {
      CommandRun run = CommandRun.in(directory, "analyze", "pricing", "--endings=" + ending);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("--endings (" + ending + ") must each be from 0 to below 1");
    }
  }

  @Test
  void promotionsCampaignsAndDaysSoldOutAreToldApart() {
    CommandRun told =
        CommandRun.in(
            directory,
            "analyze",
            "pricing",
            "--creator",
            "told",
            "--campaign",
            "fair=2025-10-06/2025-10-27",
            "--campaign",
            "fair=2026-03-02/2026-03-16");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out().replaceAll("\\s+", " "))
        .contains(
            "Told apart from its price: trend, promotions, campaign fair, days sold out."
                + " Cross-fitted, its own rows alone say")
        .contains("It was sold out for a while: that time is not counted as low demand.");
    JsonNode mug = product(json("analyze", "pricing", "--creator", "told", "--json"), "mug");
    assertThat(mug.get("facts").get("sold_out")).hasSize(4);
    assertThat(mug.get("facts").get("sold_out").get(0).get("share").asDouble()).isBetween(.2, 1.0);
  }

  @Test
  void rivalsByNameAndBySharedBuyersTiersBundlesAndLadders() throws IOException {
    Files.writeString(directory.resolve("ladder.csv"), "country,factor\nIN,0.5\n");
    JsonNode told =
        json("analyze", "pricing", "--creator", "ada", "--ladder", "ladder.csv", "--json");
    boolean named = false;
    boolean shared = false;
    for (JsonNode one : told.get("substitutes")) {
      String of = one.get("competitor").asString("");
      if (of.equals("bob") && one.get("product").asString().equals("print")) {
        named = one.get("named").asBoolean();
        assertThat(one.get("interval").get("lo").asDouble()).isBetween(0.0, 1.5);
        assertThat(one.get("interval").get("hi").asDouble()).isGreaterThan(1.5);
      }
      shared |= of.equals("zoe") && one.get("shared_buyers").asDouble() > .02;
    }
    assertThat(named).as("whom the creator named, with a cross effect").isTrue();
    assertThat(shared).as("with whom buyers are shared").isTrue();
    assertThat(told.get("together").get("tiers")).hasSize(2);
    assertThat(told.get("bundles").isArray()).isTrue();
    assertThat(product(told, "print").get("ladder").get(0).get("country").asString())
        .isEqualTo("IN");
  }
}
