package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports that tell the same sales again, and rows that only stand for a day. */
class LaterExportsTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String PAYMENTS =
      "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted"
          + " Amount Refunded,Converted Currency,Fee,Refunded date (UTC),Status,Taxes On"
          + " Fee,Customer ID,Customer Email,Invoice ID,Disputed Amount,Disputed Date (UTC),Dispute"
          + " Status\n";

  private static final String GUMROAD =
      "Purchase ID,Item Name,Purchase Email,Purchase Date,Purchase Time (UTC timezone),Taxes"
          + " ($),Sale Price ($),Fees ($),Net Total ($),Country,Refunded?,Partial Refund ($),Fully"
          + " Refunded?,Disputed?,Dispute Won?,Recurring Charge?,Product ID,Quantity,Recurrence\n";

  @TempDir Path directory;

  private CommandRun run(String... args) {
    return CommandRun.in(directory, args);
  }

  private CommandRun ingest(String name, String text, String... more) throws IOException {
    Files.writeString(directory.resolve(name), text);
    List<String> args = new ArrayList<>(List.of("ingest", name, "--creator", "noa"));
    args.addAll(Arrays.asList(more));
    return run(args.toArray(String[]::new));
  }

  private JsonNode revenue(String from, String to, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "analyze", "revenue", "--creator", "noa", "--from", from, "--to", to, "--json"));
    args.addAll(Arrays.asList(more));
    CommandRun run = run(args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  private List<Long> money(String from, String to, String... columns) {
    JsonNode total = revenue(from, to).get("bridge").get("total");
    return Arrays.stream(columns).map(column -> total.get(column).asLong()).toList();
  }

  @Test
  void aRefundThatStripeWithdrewIsNone() throws IOException {
    String row =
        "ch_7,2026-02-03"
            + " 10:00:00,80.00,%1$s,chf,true,80.00,%1$s,chf,2.20,%2$s,%3$s,0.00,cus_7,,,,,\n";
    ingest("one.csv", PAYMENTS + row.formatted("30.00", "2026-02-05 10:00:00", "Refunded"));
    assertThat(money("2026-02-01", "2026-02-28", "refunds", "net")).containsExactly(3000L, 4780L);
    ingest("two.csv", PAYMENTS + row.formatted("0.00", "", "Paid"));
    assertThat(money("2026-02-01", "2026-02-28", "refunds", "net")).containsExactly(0L, 7780L);
  }

  @Test
  void aDisputeTakesWhatWasConvertedAndComesBackWhenWon() throws IOException {
    String row =
        "ch_8,2026-02-03"
            + " 10:00:00,3000,0,jpy,true,18.00,0.00,eur,0.90,,Paid,0.00,cus_8,,,%s,2026-02-09"
            + " 00:00:00,%s\n";
    ingest("open.csv", PAYMENTS + row.formatted("3000", "needs_response"));
    // Stripe keeps its fee.
    assertThat(money("2026-02-01", "2026-02-28", "chargebacks", "net"))
        .containsExactly(1800L, -90L);
    ingest("won.csv", PAYMENTS + row.formatted("3000", "won"));
    assertThat(money("2026-02-01", "2026-02-28", "chargebacks", "net")).containsExactly(0L, 1710L);
    assertThat(run("doctor").out()).contains("No sale was refunded beyond its amount.");
  }

  @Test
  void gumroadsRefundsShrinkAndItsDisputesTakeTheRest() throws IOException {
    String row =
        "p1==,Font,ann@example.org,2026-02-03,%s,0,30.00,3.50,26.50,Italy,%s,0,%s,%s,0,f1,1,\n";
    String time = "2026-02-03 10:11:12 UTC";
    ingest("a.csv", GUMROAD + row.formatted(time, "1,12.00", "0", "0"));
    assertThat(money("2026-02-01", "2026-02-28", "refunds")).containsExactly(1200L);
    ingest("b.csv", GUMROAD + row.formatted(time, "1,5.00", "0", "0"));
    assertThat(money("2026-02-01", "2026-02-28", "refunds")).containsExactly(500L);
    ingest("c.csv", GUMROAD + row.formatted(time, "1,5.00", "1", "0"));
    assertThat(money("2026-02-01", "2026-02-28", "refunds", "chargebacks", "net"))
        .containsExactly(500L, 2500L, 0L);
    ingest("d.csv", GUMROAD + row.formatted(time, "0,0.0", "1", "1"));
    assertThat(money("2026-02-01", "2026-02-28", "refunds", "chargebacks", "net"))
        .containsExactly(0L, 0L, 2650L);
    // Older exports write the clock alone.
    CommandRun clock =
        ingest("e.csv", GUMROAD.replace("p1", "p2") + row.formatted("10:11", "0,0.0", "0", "0"));
    assertThat(clock.code()).as(clock.out()).isZero();
  }

  @Test
  void whatAShopGivesBackIsNoIncome() throws IOException {
    String head =
        "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email"
            + " Address,Transaction ID,Reference Txn ID\n";
    CommandRun run =
        ingest(
            "paypal.csv",
            head
                + "02/25/2026,10:11:12,PST,Shop,Mobile"
                + " Payment,Completed,USD,-18.00,0.00,-18.00,me@x.org,s@x.org,P1,\n"
                + "02/26/2026,10:11:12,PST,Shop,Payment"
                + " Refund,Completed,USD,18.00,0.00,18.00,s@x.org,me@x.org,P2,P1\n"
                + "02/27/2026,10:11:12,PST,Jo,Donation"
                + " Payment,Completed,USD,5.00,-0.60,4.40,jo@x.org,me@x.org,P3,\n");
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("net in the file 4.40 USD = 4.40 taken in, 0.00 left out");
    assertThat(money("2026-02-01", "2026-02-28", "gross", "net")).containsExactly(500L, 440L);
  }

  @Test
  void aFilesOwnDatesGoBeforeTheUsualOrder() throws IOException {
    String kofi =
        "DateTime (UTC),From,Item,Received,Given,Currency,TransactionType,TransactionId\n";
    ingest(
        "proven.csv",
        kofi
            + "14/02/2026 10:11,Jo,x,3.00,0.00,GBP,Tip,a1\n"
            + "05/02/2026 09:01,Mia,x,7.00,0.00,GBP,Tip,a2\n");
    ingest("usual.csv", kofi + "05/03/2026 10:11,Jo,x,11.00,0.00,GBP,Tip,a3\n");
    ingest("said.csv", kofi + "06/03/2026 10:11,Jo,x,13.00,0.00,GBP,Tip,a4\n", "--dates", "d/M");
    assertThat(money("2026-02-01", "2026-02-28", "net")).containsExactly(1000L);
    assertThat(money("2026-05-01", "2026-05-31", "net")).containsExactly(1100L);
    assertThat(money("2026-03-01", "2026-03-31", "net")).containsExactly(1300L);
  }

  @Test
  void whoPaidOnADayPaidOnItInEveryZone() throws IOException {
    ingest(
        "days.csv",
        "When,Gift,Who\n2026-06-01,8.00,f1\n2026-08-28,4.00,f2\n2026-08-29,4.00,f3\n",
        "--map",
        "When=time,Gift=amount,Who=fan,currency:USD,type:tip,creator:noa");
    for (String zone : List.of("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago")) {
      JsonNode risk = revenue("2026-08-01", "2026-08-28", "--zone", zone).get("risk");
      assertThat(
              risk.get("concentrations")
                  .valueStream()
                  .filter(one -> one.get("dimension").asString().equals("fan"))
                  .flatMap(one -> one.get("shares").valueStream())
                  .map(share -> share.get("amount").asLong()))
          .as(zone)
          .containsExactly(800L, 400L);
    }
  }

  @Test
  void theLastDayOfRowsThatStandForDaysIsWhole() throws IOException {
    StringBuilder days = new StringBuilder("Date,Estimated earnings (EUR),Page views\n");
    for (int day = 1; day <= 30; day++) {
      days.append("2026-09-%02d,2.00,5\n".formatted(day));
    }
    ingest("ads.csv", days.toString());
    for (String zone : List.of("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago")) {
      CommandRun run = run("analyze", "revenue", "--creator", "noa", "--zone", zone);
      assertThat(run.out().replaceAll("\\s+", " "))
          .as(zone)
          .contains("2026-09-01 to 2026-09-30", "the period is complete", "net 60.00 EUR");
    }
    assertThat(run("forecast", "--creator", "noa", "--horizon", "1").out())
        .contains("2026-10-01")
        .doesNotContain("2026-09-30");
  }

  @Test
  void aPatronWhoseChargeFailedPaidThatMuchBefore() throws IOException {
    ingest(
        "patrons.csv",
        """
        Name,Email,Patron Status,Lifetime Amount,Pledge Amount,Charge Frequency,Tier,Country,Patronage Since Date,Last Charge Date,Last Charge Status,User ID,Last Updated,Currency,Access Expiration
        Di,di@example.org,Declined patron,120.00,120.00,annual,Gold,GB,2025-03-02 10:00:00,2026-03-02 08:00:00,Declined,78,2026-03-05 08:00:01,GBP,
        """);
    JsonNode moved = revenue("2025-03-01", "2025-03-31").get("subscriptions").get("movements");
    assertThat(moved.get("new").get("monthly_amount").asLong()).isEqualTo(1000);
  }

  @Test
  void anIdThatAllRowsShareIsRefused() throws IOException {
    String file = "Date,Order No,Sum\n2026-05-01,1,5.00\n2026-05-02,2,6.00\n";
    for (String id : List.of("'order no'=id", "id:Order No", "'x'=id")) {
      CommandRun run =
          ingest("orders.csv", file, "--map", "Date=time,Sum=amount,currency:USD,type:tip," + id);
      assertThat(run.code()).as(id).isEqualTo(Command.USAGE);
    }
    assertThat(
            ingest(
                    "orders.csv",
                    file,
                    "--map",
                    "Date=time,Sum=amount,currency:USD,type:tip,Order No=id")
                .code())
        .isZero();
  }

  @Test
  void aFeeBelowZeroAsksWhatItIsAndTheRemedyWorks() throws IOException {
    String file = "When,Gift,Our Fee\n2026-05-01T10:00:00Z,5.00,-0.30\n";
    String rest = "When=time,Gift=amount,currency:EUR,type:tip,negative:refund,";
    CommandRun refused = ingest("fees.csv", file, "--map", rest + "Our Fee=fee");
    assertThat(refused.code()).isEqualTo(Command.FAILURE);
    assertThat(refused.out().replaceAll("\\s+", " "))
        .contains("say minus('0', number(Our Fee))=fee in --map");
    String more = file + "2026-05-02T10:00:00Z,-4.00,0.20\n";
    assertThat(ingest("fees.csv", more, "--map", rest + "minus('0', number(Our Fee))=fee").code())
        .isZero();
    assertThat(money("2026-05-01", "2026-05-31", "gross", "fees", "net"))
        .containsExactly(500L, 10L, 90L);
  }

  @Test
  void anotherStateOrAFreeStartMovesNoMoney() throws IOException {
    String head = "id,time,type,creator,source,fan,product,amount,currency,fee,state\n";
    ingest(
        "first.csv",
        head
            + "1,2026-05-01T10:00:00Z,tip,noa,site,f,,5.00,EUR,0.50,estimated\n"
            + "2,2026-05-20T10:00:00Z,tip,noa,site,f,,5.00,EUR,,final\n");
    ingest(
        "later.csv",
        head
            + "1,2026-05-01T10:00:00Z,tip,noa,site,f,,5.00,EUR,0.50,final\n"
            + "3,2026-05-03T10:00:00Z,subscription.started,noa,site,g,p,0.00,EUR,,final\n");
    assertThat(run("export", "revisions").out().strip().lines().skip(1)).isEmpty();
  }

  @Test
  void aFeeWithARowOfItsOwnLacksNoSale() throws IOException {
    ingest(
        "etsy.csv",
        """
        Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net
        "March 3, 2026",Sale,Payment for Order #1,,EUR,€50.00,--,€50.00
        "March 3, 2026",Fee,Transaction fee: Print,,EUR,--,-€3.25,-€3.25
        """);
    assertThat(run("doctor").out()).doesNotContain("have no sale here");
  }
}
