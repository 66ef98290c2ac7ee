package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of risk through {@code analyze risk}: a store of six creators, one of whom is ada. */
class AnalyzeRiskKindsTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 11, 3);
  private static final int DAYS = 280;

  /** From this day on youtube shows everybody to half as many. */
  private static final int FALL = 140;

  @TempDir static Path directory;

  private static JsonNode answer = new JsonMapper().createObjectNode();

  @BeforeAll
  static void takeIn() throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add("id,time,type,creator,source,amount,currency,content,fan,quantity,refers_to");
    for (int day = 0; day < DAYS; day++) {
      for (int creator = 0; creator < 6; creator++) {
        String name = creator == 0 ? "ada" : "other" + creator;
        long views = Math.round((day < FALL ? 60 : 30) * (1 + 0.05 * Math.sin(3 * day + creator)));
        row(rows, day, "view", name, "youtube", "", "", "clip", "", Long.toString(views), "");
        if (day % 7 == creator) {
          String pay = amount(0.02 * 7 * views);
          row(rows, day, "ad.revenue", name, "youtube", pay, "EUR", "clip", "", "", "");
        }
      }
      adaSells(rows, day);
    }
    Files.write(directory.resolve("events.csv"), rows);
    List<String> rates = new ArrayList<>(List.of("date,from,to,rate"));
    for (int day = 0; day < DAYS; day++) {
      rates.add(
          "%s,USD,EUR,%.4f".formatted(FIRST.plusDays(day), 0.9 + 0.02 * Math.sin(0.37 * day)));
    }
    Files.write(directory.resolve("rates.csv"), rates);
    CommandRun ingested = CommandRun.in(directory, "ingest", "events.csv", "rates.csv");
    assertThat(ingested.code()).as(ingested.err() + ingested.out()).isZero();
    Files.writeString(directory.resolve("rent.csv"), "date,amount,what\n2026-09-01,5000,rent\n");
    CommandRun run =
        risk("--spending", "rent.csv", "--scenario", "hit is claimed; paypal fails", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    answer = new JsonMapper().readTree(run.out());
  }

  private static void adaSells(List<String> rows, int day) {
    String id = "s" + day;
    String usd = amount(20 + 10 * Math.sin(day));
    row(rows, day, id, "tip", "ada", "paypal", usd, "USD", "hit", "f" + day % 9, "", "");
    row(rows, day, "merch.order", "ada", "shop", "3.00", "EUR", "other" + day % 5, "g", "", "");
    if (day % 40 == 39) {
      row(rows, day, "refund", "ada", "paypal", "5.00", "USD", "hit", "", "", "s" + (day - 4));
    }
    if (day % 60 == 59) {
      row(rows, day, "chargeback", "ada", "paypal", usd, "USD", "hit", "", "", "s" + (day - 2));
    }
    if (day % 30 == 0) {
      for (int fan = 0; fan < 8 - day / 60; fan++) {
        String type = day == 0 ? "subscription.started" : "subscription.renewed";
        row(rows, day, type, "ada", "patreon", "4.00", "EUR", "", "m" + fan, "", "");
      }
    }
  }

  private static void row(
      List<String> rows,
      int day,
      String type,
      String creator,
      String source,
      String amount,
      String currency,
      String content,
      String fan,
      String quantity,
      String refers) {
    String id = "r" + rows.size();
    row(rows, day, id, type, creator, source, amount, currency, content, fan, quantity, refers);
  }

  private static void row(List<String> rows, int day, String id, String type, String... rest) {
    rows.add(
        "%s,%sT12:00:00Z,%s,%s".formatted(id, FIRST.plusDays(day), type, String.join(",", rest)));
  }

  private static String amount(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static CommandRun risk(String... more) {
    List<String> args =
        new ArrayList<>(List.of("analyze", "risk", "--creator", "ada", "--currency", "EUR"));
    args.addAll(List.of(more));
    return CommandRun.in(directory, args.toArray(String[]::new));
  }

  private static Map<String, JsonNode> by(String field, JsonNode list) {
    Map<String, JsonNode> found = new TreeMap<>();
    list.forEach(one -> found.put(one.get(field).asString(), one));
    return found;
  }

  @Test
  void algorithmsPoliciesAndDemonetisationAreLearnedFromAllCreators() {
    Map<String, JsonNode> shocks = by("kind", answer.get("exposures").get("shocks"));
    assertThat(shocks.keySet())
        .map(one -> one.toLowerCase(Locale.ROOT))
        .contains("algorithm", "policy", "demonetisation");
    JsonNode algorithm = shocks.values().iterator().next();
    assertThat(algorithm.get("falls").asInt()).isEqualTo(1);
    assertThat(algorithm.get("fall").asDouble()).isBetween(0.3, 0.55);
    assertThat(algorithm.get("power").asDouble()).isBetween(0.5, 1.0);
    assertThat(algorithm.get("chance").asDouble()).isBetween(0.01, 0.6);
  }

  @Test
  void providersCurrenciesContentsAndReversalsAreTold() {
    JsonNode exposures = answer.get("exposures");
    assertThat(by("platform", answer.get("risk").get("stress"))).containsKeys("paypal", "patreon");
    JsonNode dollar = by("currency", exposures.get("currencies")).get("USD");
    assertThat(dollar.get("at_risk").asDouble()).isPositive();
    assertThat(exposures.get("content").get("top").asString()).isEqualTo("hit");
    assertThat(exposures.get("content").get("top_share").asDouble()).isGreaterThan(0.5);
    Map<String, JsonNode> losses = by("kind", answer.get("risk").get("losses"));
    assertThat(losses.get("refunds").get("amount").asLong()).isPositive();
    assertThat(losses.get("chargebacks").get("amount").asLong()).isPositive();
    assertThat(answer.get("risk").get("churn").get("rate").asDouble()).isBetween(0.001, 0.999);
    assertThat(answer.get("risk").get("income_at_risk")).hasSize(2);
  }

  @Test
  void claimsProvidersAndRentAreAnswered() {
    JsonNode scenario = answer.get("exposures").get("scenarios").get(0);
    assertThat(scenario.get("parts")).hasSize(2);
    for (JsonNode part : scenario.get("parts")) {
      assertThat(part.get("loss30").asDouble()).isPositive();
    }
    JsonNode liquidity = answer.get("exposures").get("liquidity");
    assertThat(liquidity.get("chance").asDouble()).isGreaterThan(0.5).isLessThan(1);
    assertThat(by("risk", answer.get("exposures").get("actions")))
        .containsKeys("content hit", "liquidity", "platform paypal");
  }

  @Test
  void spendingInAnotherCurrencyIsNoSpendingInThisOne() throws IOException {
    Files.writeString(directory.resolve("usd.csv"), "date,amount\n2026-09-01,20 USD\n");
    Files.writeString(directory.resolve("column.csv"), "date,amount,currency\n2026-09-01,20,USD\n");
    Files.writeString(directory.resolve("sign.csv"), "date,amount\n2026-09-01,$20\n");
    for (String file : List.of("usd.csv", "column.csv", "sign.csv")) {
      CommandRun run = risk("--spending", file);
      assertThat(run.code()).as(file).isEqualTo(1);
      assertThat(run.err().replaceAll("\\s+", " ")).contains(file, "row 1", "must be in EUR");
    }
    Files.writeString(directory.resolve("euro.csv"), "date,amount\n2026-09-01,20 \u20ac\n");
    assertThat(risk("--spending", "euro.csv").code()).isZero();
  }
}
