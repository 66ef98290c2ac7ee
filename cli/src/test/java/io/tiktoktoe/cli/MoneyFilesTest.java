package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.command.Command;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Files of platforms from the command line to the money in the store. */
class MoneyFilesTest {

  private static final String STRIPE =
      "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,invoice_id\n";

  @TempDir Path directory;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private CommandRun ingest(String file, String... more) {
    List<String> words =
        new ArrayList<>(List.of("ingest", file, "--creator", "ada", "--store", "s.duckdb"));
    words.addAll(Arrays.asList(more));
    return CommandRun.in(directory, words.toArray(new String[0]));
  }

  /** Sums of the store's columns, in cents of whatever currency. */
  private long sum(String column) throws IOException {
    Path file = directory.resolve("revenue.csv");
    Files.deleteIfExists(file);
    CommandRun export =
        CommandRun.in(
            directory, "export", "revenue_15min", "--store", "s.duckdb", "--out", file.toString());
    assertThat(export.code()).as(export.err()).isZero();
    List<String> lines = Files.readAllLines(file);
    int at = List.of(lines.getFirst().split(",")).indexOf(column);
    return lines.stream().skip(1).mapToLong(line -> Long.parseLong(line.split(",")[at])).sum();
  }

  @Test
  void aDisputesFeeCostsUntilTheDisputeIsWon() throws IOException {
    write(
        "stripe.csv",
        STRIPE
            + "t1,2026-05-04 10:00:00,usd,80.00,2.62,77.38,charge,\n"
            + "t2,2026-05-06 10:00:00,usd,-80.00,20.00,-100.00,dispute,\n"
            + "t3,2026-05-07 10:00:00,usd,7.00,0.00,7.00,other_adjustment,\n"
            + "t4,2026-05-08 10:00:00,usd,-2.40,0.00,-2.40,fee,\n");
    write("won.csv", STRIPE + "t5,2026-05-09 10:00:00,usd,80.00,-20.00,100.00,dispute_reversal,\n");

    CommandRun first = ingest("stripe.csv");

    assertThat(first.out().replaceAll("\\s+", " "))
        .contains("1 row skipped: it is an adjustment without a sale (net 7.00 USD;")
        .contains("net in the file -18.02 USD = -25.02 taken in, 7.00 left out");
    assertThat(sum("net")).isEqualTo(-2502);
    assertThat(sum("costs")).isEqualTo(240);
    ingest("won.csv");
    assertThat(sum("net")).isEqualTo(7498);
    assertThat(sum("chargebacks")).isZero();
  }

  @Test
  void anOrderThatIsWhollyRefundedLeavesNoTax() throws IOException {
    write(
        "shop.csv",
        """
        Name,Email,Financial Status,Paid at,Currency,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Billing Country,Cancelled at,Refunded Amount,Id
        #1,a@example.org,refunded,2026-06-01 10:00:00 +0200,EUR,7.98,50.00,2026-06-01 10:00:00 +0200,1,Cap,C,DE,2026-06-03 10:00:00 +0200,50.00,1
        #2,b@example.org,partially_refunded,2026-06-02 10:00:00 +0200,EUR,3.20,20.00,2026-06-02 10:00:00 +0200,1,Cap,C,DE,,5.00,2
        """);

    ingest("shop.csv");

    assertThat(sum("tax")).isEqualTo(240);
    assertThat(sum("net")).isEqualTo(1500 - 240);
  }

  @Test
  void aChargeThatPatreonGaveBackNetsNothing() throws IOException {
    write(
        "patrons.csv",
        """
        Name,Email,Patron Status,Lifetime Amount,Pledge Amount,Charge Frequency,Tier,Country,Patronage Since Date,Last Charge Date,Last Charge Status,User ID,Last Updated,Currency,Access Expiration
        Di,di@example.org,Former patron,9.00,9.00,Monthly,Gold,GB,2026-01-04 10:00:00,2026-03-01 08:00:00,Refunded,77,2026-04-01 08:00:01,EUR,2026-04-01 00:00:00
        """);

    ingest("patrons.csv");

    assertThat(sum("gross")).isEqualTo(900);
    assertThat(sum("net")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"})
  void aDaysRowBelongsToItsDateInEveryZone(String zone) throws IOException {
    write(
        "ads.csv",
        """
        Date,Estimated earnings (USD),Page views
        2026-07-01,77.00,10
        2026-07-02,5.00,10
        2026-07-03,5.00,10
        """);
    ingest("ads.csv");

    CommandRun run =
        CommandRun.in(
            directory,
            "analyze",
            "revenue",
            "--creator",
            "ada",
            "--store",
            "s.duckdb",
            "--zone",
            zone,
            "--from",
            "2026-07-01",
            "--to",
            "2026-07-01",
            "--json");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(new JsonMapper().readTree(run.out()).get("bridge").get("total").get("net").asLong())
        .isEqualTo(7700);
  }

  @Test
  void datesWithoutAYearAskForIt() throws IOException {
    write(
        "overview.csv",
        "Date,Video Views,Profile Views,Likes,Comments,Shares\n"
            + "December 31,10,1,0,0,0\nJanuary 1,20,1,0,0,0\n");

    CommandRun asked = ingest("overview.csv");
    assertThat(asked.code()).isEqualTo(Command.FAILURE);
    assertThat(asked.err())
        .contains("has dates without a year, such as December 31. Say it with --year");

    assertThat(ingest("overview.csv", "--year", "2026").code()).isZero();
    CommandRun.in(directory, "export", "current_events", "--store", "s.duckdb", "--out", "e.csv");
    assertThat(Files.readString(directory.resolve("e.csv")))
        .contains("2025-12-31 12:00:00", "2026-01-01 12:00:00");
  }

  @Test
  void aTableOfCountriesAsksForItsDay() throws IOException {
    write(
        "countries.csv",
        "Geography,Views,Watch time (hours),Estimated revenue (USD)\n"
            + "Total,300,15.5,1.20\nDE,100,5.5,0.50\nUS,200,10.0,0.70\n");

    CommandRun asked = ingest("countries.csv");
    assertThat(asked.code()).isEqualTo(Command.FAILURE);
    assertThat(asked.out() + asked.err()).contains("--day");

    assertThat(ingest("countries.csv", "--day", "2026-08-31").code()).isZero();
    assertThat(sum("gross")).isEqualTo(120);
  }

  @Test
  void localisedTablesComeInFromTheCommandLine() throws IOException {
    Files.write(
        directory.resolve("de.csv"),
        "Datum;Gesch\u00e4tzte Einnahmen (EUR);Seitenaufrufe\n04.09.2026;1.234,50;1.204\n"
            .getBytes(Charset.forName("windows-1252")));
    Files.write(
        directory.resolve("fr.csv"),
        "\ufeffJour\tRevenus estim\u00e9s (EUR)\tPages vues\n05/09/2026\t10,25\t7\n25/09/2026\t1,00\t7\n"
            .getBytes(StandardCharsets.UTF_16LE));

    for (String file : List.of("de.csv", "fr.csv")) {
      CommandRun run = ingest(file);
      assertThat(run.code()).as(run.out() + run.err()).isZero();
    }
    assertThat(sum("gross")).isEqualTo(123450 + 1125);
  }

  @Test
  void aCutFileIsNamed() throws IOException {
    Path file = directory.resolve("cut.csv.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((STRIPE + "t,2026-05-04 10:00:00,usd,1,0,1,charge,\n".repeat(50)).getBytes());
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThat(ingest("cut.csv.gz").err()).contains("cut.csv.gz is cut");
  }

  @Test
  void aStrictIngestFailsOnAConflict() throws IOException {
    write("one.csv", STRIPE + "t1,2026-05-04 10:00:00,usd,1.00,0,1.00,charge,\n");
    write("two.csv", STRIPE + "t1,2026-05-04 10:00:00,usd,2.00,0,2.00,charge,\n");

    assertThat(ingest("one.csv", "--strict").code()).isZero();
    assertThat(ingest("two.csv").code()).isZero();
    assertThat(ingest("two.csv", "--strict").code()).isEqualTo(Command.FAILURE);
  }
}
