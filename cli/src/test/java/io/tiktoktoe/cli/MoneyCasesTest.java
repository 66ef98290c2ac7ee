package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Small files as people have them, through the command line: what they earned, to the cent. */
class MoneyCasesTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String HEAD = "id,time,type,creator,source,fan,product,amount,currency";

  @TempDir Path directory;

  private CommandRun run(String... args) {
    return CommandRun.in(directory, args);
  }

  private void ingest(String name, String text, String... more) throws IOException {
    Files.writeString(directory.resolve(name), text);
    List<String> args = new java.util.ArrayList<>(List.of("ingest", name, "--creator", "ida"));
    args.addAll(List.of(more));
    CommandRun run = run(args.toArray(String[]::new));
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  private JsonNode revenue(String from, String to, String... more) {
    List<String> args =
        new java.util.ArrayList<>(
            List.of(
                "analyze", "revenue", "--creator", "ida", "--from", from, "--to", to, "--json"));
    args.addAll(List.of(more));
    CommandRun run = run(args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  private String report(String from, String to) {
    CommandRun run = run("analyze", "revenue", "--from", from, "--to", to);
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  /** What moved, as in {@code new 1/1000}, without what did not. */
  private static Map<String, String> moved(JsonNode revenue) {
    Map<String, String> moved = new TreeMap<>();
    revenue
        .get("subscriptions")
        .get("movements")
        .properties()
        .forEach(
            kind -> {
              long count = kind.getValue().get("subscriptions").asLong();
              if (count > 0) {
                moved.put(
                    kind.getKey(), count + "/" + kind.getValue().get("monthly_amount").asLong());
              }
            });
    return moved;
  }

  @Test
  void aYearlyPlanIsATwelfthEachMonth() throws IOException {
    StringBuilder rows = new StringBuilder(HEAD + "\n");
    rows.append("y,2025-09-03T08:00:00Z,subscription.started,ida,site,p,patron,84.00,CHF\n");
    for (int month = 9; month <= 12; month++) {
      rows.append(
          "m%d,2025-%02d-11T08:00:00Z,%s,ida,site,q,friend,8.00,CHF\n"
              .formatted(
                  month, month, month == 9 ? "subscription.started" : "subscription.renewed"));
    }
    rows.append("t,2025-12-31T20:00:00Z,tip,ida,site,z,,1.00,CHF\n");
    ingest("yearly.csv", rows.toString());
    assertThat(moved(revenue("2025-09-01", "2025-12-31"))).isEqualTo(Map.of("new", "2/1500"));
  }

  @Test
  void whoIsListedAsActiveIsActive() throws IOException {
    ingest(
        "substack.csv",
        """
        email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at
        aa@example.org,true,2026-10-05T00:00:00.000Z,yearly,false,2025-09-20T10:00:00.000Z,2025-10-05T10:00:00.000Z
        bb@example.org,true,2026-07-05T00:00:00.000Z,monthly,false,2025-09-20T10:00:00.000Z,2025-10-05T10:00:00.000Z
        cc@example.org,false,2026-02-05T00:00:00.000Z,monthly,false,2025-09-20T10:00:00.000Z,2025-10-05T10:00:00.000Z
        dd@example.org,false,,,false,2026-06-20T10:00:00.000Z,
        """);
    assertThat(moved(revenue("2025-10-01", "2026-06-20")))
        .isEqualTo(Map.of("new", "3/0", "churn", "1/0"));
  }

  @Test
  void aListOfPatronsProvesTheMonthsThatItDoesNotShow() throws IOException {
    ingest(
        "patrons.csv",
        """
        Name,Email,Discord,Patron Status,Follows You,Free Member,Free Trial,Lifetime Amount,Pledge Amount,Charge Frequency,Tier,Addressee,Street,City,State,Zip,Country,Phone,Patronage Since Date,Last Charge Date,Last Charge Status,Additional Details,User ID,Last Updated,Currency,Max Posts,Access Expiration,Next Charge Date,Subscription Source
        A One,a1@example.org,,Active patron,No,No,No,90.00,90.00,annual,Studio,,,,,,FR,,2025-11-02 09:00:00,2025-11-02 09:00:00,Paid,,71,2026-05-28 00:00:00,EUR,,,2026-11-02 09:00:00,web
        B Two,b2@example.org,,Active patron,No,No,No,49.00,7.00,monthly,Fan,,,,,,FR,,2025-11-02 09:00:00,2026-05-02 09:00:00,Paid,,72,2026-05-28 00:00:00,EUR,,,2026-06-02 09:00:00,web
        """);
    assertThat(moved(revenue("2025-11-01", "2026-05-28"))).isEqualTo(Map.of("new", "2/1450"));
  }

  @Test
  void theRateOfExchangeIsToldApart() throws IOException {
    StringBuilder rows = new StringBuilder(HEAD + "\n");
    for (int month = 3; month <= 5; month++) {
      for (String fan : List.of("p", "q")) {
        rows.append(
            "%s%d,2026-0%d-07T12:00:00Z,%s,ida,site,%s,basic,20.00,CAD\n"
                .formatted(
                    fan,
                    month,
                    month,
                    month == 3 ? "subscription.started" : "subscription.renewed",
                    fan));
      }
    }
    ingest("drift.csv", rows + "t,2026-05-31T22:00:00Z,tip,ida,site,p,,0.01,CAD\n");
    ingest(
        "rates.csv",
        """
        date,from,to,rate
        2026-03-05,CAD,NOK,7.50
        2026-04-05,CAD,NOK,7.50
        2026-05-05,CAD,NOK,7.80
        2026-05-30,CAD,NOK,7.80
        """);
    assertThat(moved(revenue("2026-05-01", "2026-05-31", "--currency", "NOK")))
        .isEqualTo(Map.of("currency", "2/1200"));
  }

  @Test
  void aRefundFollowsItsLaterExportAndUndoesTheTax() throws IOException {
    String head =
        "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,"
            + "Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
            + "Lineitem sku,Billing Country,Refunded Amount,Id\n";
    String order =
        "#7,c@example.org,%s,2026-03-04 10:00:00 +0100,SEK,400.00,0.00,100.00,500.00,0.00,"
            + "2026-03-04 10:00:00 +0100,1,Print,400.00,P7,SE,%s,9007\n";
    ingest("first.csv", head + order.formatted("partially_refunded", "100.00"));
    assertThat(net(revenue("2026-03-01", "2026-03-31"))).isEqualTo(50_000 - 10_000 - 8_000);
    ingest("later.csv", head + order.formatted("partially_refunded", "250.00"));
    assertThat(net(revenue("2026-03-01", "2026-03-31"))).isEqualTo(50_000 - 10_000 - 20_000);
    ingest("withdrawn.csv", head + order.formatted("paid", "0.00"));
    assertThat(net(revenue("2026-03-01", "2026-03-31"))).isEqualTo(40_000);
    assertThat(run("doctor").code()).isZero();
  }

  private static long net(JsonNode revenue) {
    return revenue.get("bridge").get("total").get("net").asLong();
  }

  @Test
  void costsHaveARowOfTheirOwnAndAreNoRefund() throws IOException {
    ingest(
        "costs.csv",
        """
        id,time,type,creator,source,fan,amount,currency
        1,2026-03-02T10:00:00Z,tip,ida,site,f,40.00,EUR
        2,2026-03-20T10:00:00Z,tip,ida,site,f,20.00,EUR
        3,2026-03-25T10:00:00Z,cost,ida,site,,12.50,EUR
        """);
    JsonNode march = revenue("2026-03-01", "2026-03-31");
    assertThat(net(march)).isEqualTo(4_750);
    assertThat(march.get("bridge").get("total").get("costs").asLong()).isEqualTo(1_250);
    assertThat(march.get("bridge").get("total").get("refunds").asLong()).isZero();
    assertThat(march.get("bridge").get("streams").get("tips").get("before_costs").asLong())
        .isEqualTo(6_000);
    String text = report("2026-03-01", "2026-03-31");
    assertThat(text.lines().filter(line -> line.strip().startsWith("costs")))
        .hasSize(2)
        .allMatch(line -> line.contains("-12.50"));
    assertThat(text.lines().filter(line -> line.strip().startsWith("tips")))
        .first()
        .asString()
        .contains("60.00");
    assertThat(text).doesNotContain("merchandise");
    assertThat(text.replaceAll("\\s+", " "))
        .contains("Money came on 2 days of it, on 0 days of what it is compared with");
  }

  @Test
  void whatASupersededEstimateLeavesIsNothing() throws IOException {
    String head = "id,time,type,creator,source,amount,currency,state\n";
    ingest(
        "estimate.csv", head + "a,2026-03-05T12:00:00Z,ad.revenue,ida,tube,31.00,EUR,estimated\n");
    ingest("final.csv", head + "a,2026-03-05T12:00:00Z,ad.revenue,ida,tube,29.90,EUR,final\n");
    assertThat(run("export", "revenue_15min").out().strip().lines().skip(1))
        .singleElement()
        .asString()
        .contains("2990");
  }

  @Test
  void whatMovesNoMoneyRevisesNothing() throws IOException {
    String head = "id,time,type,creator,source,fan,product,amount,currency\n";
    ingest(
        "first.csv",
        head
            + "1,2026-03-02T10:00:00Z,tip,ida,site,f,,4.00,EUR\n"
            + "2,2026-03-20T10:00:00Z,tip,ida,site,f,,4.00,EUR\n");
    ingest(
        "late.csv",
        head
            + "3,2026-03-03T10:00:00Z,price.exposure,ida,site,g,mug,19.00,EUR\n"
            + "4,2026-03-04T10:00:00Z,subscription.payment_failed,ida,site,g,basic,8.00,EUR\n"
            + "5,2026-03-05T10:00:00Z,survey.gabor_granger,ida,site,g,basic,6.00,EUR\n");
    assertThat(run("export", "revisions").out().strip().lines().skip(1)).isEmpty();
  }

  @Test
  void anAmountThatNoSumCanHoldIsRefusedWithTheLargest() throws IOException {
    Files.writeString(
        directory.resolve("huge.csv"),
        HEAD + "\n1,2026-03-02T10:00:00Z,tip,ida,site,f,,92233720368547758.07,EUR\n");
    CommandRun run = run("ingest", "huge.csv", "--strict");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out() + run.err()).contains("100000000000000 minor units");
  }

  @Test
  void fiveFansAreNotLikeFourEqualOnes() throws IOException {
    StringBuilder rows = new StringBuilder(HEAD + "\n");
    int id = 0;
    for (String day : List.of("2026-04-02", "2026-04-30", "2026-05-15", "2026-06-02")) {
      for (String fan : List.of("a:20", "b:10", "c:4", "d:4", "e:4")) {
        rows.append(
            "%d,%sT10:00:00Z,tip,ida,site,%s,,%s,EUR\n"
                .formatted(id++, day, fan.charAt(0), fan.substring(2)));
      }
    }
    ingest("fans.csv", rows.toString());
    String text = run("analyze", "risk", "--from", "2026-04-01", "--to", "2026-06-02").out();
    assertThat(text.lines().filter(line -> line.strip().startsWith("fan ")))
        .first()
        .asString()
        .contains("0.31", " 3.2 ");
  }

  @Test
  void aPeriodOutsideOfTheDataSaysSo() throws IOException {
    ingest(
        "tips.csv",
        HEAD
            + "\n1,2026-03-02T10:00:00Z,tip,ida,site,f,,4.00,EUR\n"
            + "2,2026-03-20T10:00:00Z,tip,ida,site,f,,4.00,EUR\n");
    assertThat(report("2025-12-01", "2025-12-31").replaceAll("\\s+", " "))
        .contains("Data begin 2026-03-02 10:00; the period lies before it.");
    assertThat(report("2026-08-01", "2026-08-31").replaceAll("\\s+", " "))
        .contains("no data reaches the period");
    assertThat(report("2026-02-20", "2026-03-20").replaceAll("\\s+", " "))
        .contains("Data begin 2026-03-02 10:00: the period holds nothing before.");
  }

  @Test
  void everyStepOfAForecastHasItsDay() throws IOException {
    ingest(
        "tips.csv",
        HEAD
            + "\n1,2026-03-02T10:00:00Z,tip,ida,site,f,,4.00,EUR\n"
            + "2,2026-03-20T23:50:00Z,tip,ida,site,f,,4.00,EUR\n");
    CommandRun run = run("forecast", "--creator", "ida", "--horizon", "3");
    assertThat(run.out().lines().findFirst().orElseThrow()).endsWith("optimistic,day");
    assertThat(run.out().lines().filter(line -> line.startsWith("tips,")))
        .extracting(line -> line.substring(line.lastIndexOf(',') + 1))
        .containsExactly("2026-03-21", "2026-03-22", "2026-03-23");
    assertThat(report("2026-03-01", "2026-03-20")).contains("7d    2026-03-27");
    CommandRun all = run("forecast", "--all", "--horizon", "2");
    assertThat(all.out().lines())
        .hasSize(3)
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("ida,2,")
        .endsWith(",2026-03-22");
  }
}
