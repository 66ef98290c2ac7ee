package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code analyze content --brief} over thirty contents of one creator. */
class ContentBriefCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path directory;

  private static CommandRun run(String... args) {
    return CommandRun.in(directory, args);
  }

  /** What to make next, kept once however often it is recorded. */
  @Test
  void aBriefTellsWhatToMakeNextAndIsKeptOnce() throws IOException {
    String creator = "maker";
    StringBuilder rows =
        new StringBuilder("id,time,type,creator,source,fan,content,amount,currency\n");
    for (int at = 0; at < 30; at++) {
      String day = "2026-%02d-%02d".formatted(6 + at / 15, 1 + 2 * (at % 15));
      String clip = ",%s,tiktok,fan-%d,clip-%d,".formatted(creator, at % 7, at);
      rows.append("v%d,%sT18:00:00Z,view%s,\n".formatted(at, day, clip));
      rows.append("t%d,%sT18:05:00Z,tip%s%d.00,EUR\n".formatted(at, day, clip, 2 + at % 3));
    }
    Files.writeString(directory.resolve("maker.csv"), rows.toString());
    CommandRun taken = run("ingest", "maker.csv");
    assertThat(taken.code()).as(taken.err()).isZero();
    CommandRun text = run("analyze", "content", "--creator", creator, "--brief");
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out())
        .startsWith("What " + creator + " should make next")
        .contains("Expected: ", "What each choice does");
    CommandRun kept =
        run("analyze", "content", "--creator", creator, "--brief", "--record", "--json");
    JsonNode answer = JSON.readTree(kept.out());
    assertThat(answer.get("recorded").asBoolean()).isTrue();
    JsonNode brief = answer.get("brief");
    assertThat(brief.get("interval").get("hi").asDouble())
        .isGreaterThan(brief.get("interval").get("lo").asDouble());
    run("analyze", "content", "--creator", creator, "--brief", "--record");
    assertThat(run("export", "current_events", "--json").out().lines())
        .filteredOn(line -> line.contains("decision.taken") && line.contains("publish "))
        .hasSize(1);
    // What is made as it says after it is scored.
    JsonNode told = JSON.readTree(kept.out()).get("brief");
    StringBuilder later =
        new StringBuilder("id,time,type,creator,source,fan,content,amount,currency\n");
    for (int at = 0; at < 30; at++) {
      String time =
          "2026-%02d-%02dT%02d:30:00Z"
              .formatted(8 + at / 28, 1 + at % 28, at % 2 == 0 ? told.get("from_hour").asInt() : 5);
      String clip = ",%s,tiktok,fan-%d,late-%d,".formatted(creator, at % 7, at);
      later.append("w%d,%s,view%s,\n".formatted(at, time, clip));
      later.append("u%d,%s,tip%s%d.00,EUR\n".formatted(at, time.replace(":30:", ":35:"), clip, 3));
    }
    Files.writeString(directory.resolve("later.csv"), later.toString());
    assertThat(run("ingest", "later.csv").code()).isZero();
    CommandRun scored = run("analyze", "content", "--creator", creator, "--brief");
    assertThat(scored.out())
        .contains("What came of briefs that were kept", "was advised and expected to bring");
    CommandRun past = run("analyze", "content", "--creator", creator, "--brief", "--json");
    JsonNode score = JSON.readTree(past.out()).get("past").get(0);
    assertThat(score.get("judged").asInt()).isPositive();
    assertThat(score.get("others").asInt()).isPositive();
    // It is about contents: it is none of the plans for fans, which nothing would ever score.
    CommandRun audience = run("analyze", "audience", "--creator", creator, "--json");
    assertThat(audience.code()).as(audience.err()).isZero();
    assertThat(audience.out()).contains("\"segments\"").doesNotContain("publish ");
    CommandRun alone = run("analyze", "content", "--creator", creator, "--record");
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.err()).contains("--record keeps a brief. Add --brief.");
  }
}
