package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns that a store knows from events, as a person asks for them. */
class CampaignDoorsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  @TempDir static Path directory;

  /** Tips of about 20 a day; two launches of ten days that grow, the second still runs. */
  @BeforeAll
  static void ingest() throws IOException {
    StringBuilder events = new StringBuilder();
    for (int day = 0; day < 110; day++) {
      int into = day >= 100 ? day - 100 : day - 50;
      double amount = 20 + (day * 7) % 5;
      amount *= into >= 0 && into < 10 ? 2 + 0.5 * into : 1;
      events.append(
          """
          {"id":"t%d","source":"s","time":"%sT15:00:00Z","creator":"kit","type":"tip",\
          "amount":"%.2f","currency":"USD"}
          """
              .formatted(day, FIRST.plusDays(day), amount));
      if (day == 105) {
        // What came until here.
        events.append(plan("p1", 40, "2026-02-20", "2026-03-01", "900"));
        events.append(plan("p2", 99, "2026-04-11", "2026-04-25", "3000"));
        events.append(plan("p3", 100, "2026-04-11", "2026-04-20", "800"));
        break;
      }
    }
    Files.writeString(directory.resolve("kit.ndjson"), events);
    run("ingest", "kit.ndjson");
  }

  private static String plan(String id, int said, String starts, String ends, String goal) {
    return """
    {"id":"%s","source":"s","time":"%sT09:00:00Z","creator":"kit","type":"campaign.planned",\
    "campaign":"launch","starts":"%s","ends":"%s","amount":"%s","currency":"USD"}
    """
        .formatted(id, FIRST.plusDays(said), starts, ends, goal);
  }

  private static CommandRun run(String... args) {
    CommandRun run = CommandRun.in(directory, args);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  @Test
  void aForecastKnowsThemAndTellsOfTheirGoals() {
    CommandRun told = run("forecast", "--creator", "kit", "--horizon", "10");
    assertThat(told.err())
        .contains("launch is over and reached its goal of 900")
        .containsPattern("launch reaches its goal of 800 with a chance of (about|over|less)")
        // The last plan said holds.
        .doesNotContain("3,000");
  }

  @Test
  void aGoalThatFallsDueLaterIsSaidNotToBeJudged() {
    assertThat(run("forecast", "--creator", "kit", "--horizon", "2").err())
        .contains("launch ends after the 2 steps asked for: its goal of 800 falls due later");
    assertThat(run("forecast", "--all", "--horizon", "2").err())
        .contains("series kit: campaign launch ends after the 2 steps asked for");
  }

  @Test
  void theForecastOfAllSaysWhoseGoalItIs() {
    assertThat(run("forecast", "--all", "--horizon", "10").err())
        .contains("series kit: campaign launch is over and reached its goal of 900")
        .contains("series kit: campaign launch reaches its goal of 800");
  }

  @Test
  void theReportTellsThemToo() {
    String told = run("analyze", "revenue", "--creator", "kit").out().replaceAll("\\s+", " ");
    assertThat(told)
        .contains("launch is over and reached its goal of 900")
        .contains("launch reaches its goal of 800 with a chance of");
    assertThat(run("analyze", "revenue", "--creator", "kit", "--json").out())
        .contains("\"ended\" : true");
  }

  @Test
  void anOptionGoesBeforeWhatTheStoreKnows() {
    String told =
        run(
                "forecast",
                "--creator",
                "kit",
                "--horizon",
                "10",
                "--campaign",
                "launch=2026-04-11/2026-04-20/100000")
            .err();
    assertThat(told)
        .contains("goal of 100,000 with a chance of less than 1%")
        .doesNotContain("800");
  }

  @Test
  void aGoalInACurrencyWithoutRateIsNamedByTheDoctorToo() throws IOException {
    Files.writeString(
        directory.resolve("euro.ndjson"),
        plan("e1", 101, "2026-04-11", "2026-04-20", "800").replace("USD", "EUR"));
    run("ingest", "kit.ndjson", "euro.ndjson", "--store", "euro.duckdb");
    String missing = "EUR to USD for 2026-04-12";
    for (String whom : List.of("--creator=kit", "--all")) {
      // That goal alone cannot be judged; the forecast can.
      CommandRun told = run("forecast", whom, "--store", "euro.duckdb", "--horizon", "3");
      assertThat(told.err()).contains("the goal of campaign launch is not judged: ");
      assertThat(told.err()).contains(missing + " is missing");
      assertThat(told.out().lines()).hasSizeGreaterThanOrEqualTo(4);
    }
    assertThat(CommandRun.in(directory, "doctor", "--store", "euro.duckdb").out()).contains("EUR");
  }

  @Test
  void campaignsWhoseNamesAreHiddenAreRefusedWithARemedyThatWorks() throws IOException {
    String rows = "1,2026-01-01,launch,2026-02-01,2026-02-05\n";
    Files.writeString(directory.resolve("named.csv"), "id,when,name,begin,end\n" + rows);
    Files.writeString(directory.resolve("mended.csv"), "id,when,campaign_name,begin,end\n" + rows);
    String others =
        "=attributes.campaign,id=id,when=time,begin=attributes.starts,end=attributes.ends,"
            + "source:s,type:campaign.planned,creator:kit";
    String refused =
        CommandRun.in(
                directory, "ingest", "named.csv", "--store", "n.duckdb", "--map", "name" + others)
            .out()
            .replaceAll("\\s+", " ");
    assertThat(refused).contains("1 rejected").contains("Rename the column, such as campaign_name");
    CommandRun taken =
        run("ingest", "mended.csv", "--store", "n.duckdb", "--map", "campaign_name" + others);
    assertThat(taken.out()).contains("1 accepted");
    assertThat(run("export", "current_events", "--store", "n.duckdb").out()).contains("launch");
  }

  @Test
  void aPlanMovesNoNewestDay() throws IOException {
    Files.writeString(
        directory.resolve("late.ndjson"), plan("p9", 119, "2026-09-01", "2026-09-05", "10"));
    run("ingest", "kit.ndjson", "late.ndjson", "--store", "late.duckdb");
    assertThat(
            run("forecast", "--creator", "kit", "--store", "late.duckdb", "--horizon", "2").err())
        .contains("from 2026-04-16");
  }
}
