package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code analyze content} over a content that was kept from half of the fans by chance: 20 of 40
 * who were offered it watched and tipped 10.00, one of 40 others tipped 10.00.
 */
class AnalyzeContentHoldoutTest {

  private static final int FANS = 80;

  @TempDir static Path directory;

  @BeforeAll
  static void ingest() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int fan = 0; fan < FANS; fan++) {
      boolean shown = fan % 2 == 0;
      rows.append(event("d" + fan, "2026-05-01T00:00:00Z", "decision.taken", fan))
          .append(",\"attributes\":{\"holdout\":\"first\",\"chosen\":\"")
          .append(shown ? "shown" : "withheld")
          .append("\"}}\n");
      if (fan % 4 == 0) {
        rows.append(event("v" + fan, "2026-05-02T10:00:00Z", "view", fan)).append("}\n");
      }
      if (fan % 4 == 0 || fan == 1) {
        rows.append(event("t" + fan, "2026-05-02T10:01:00Z", "tip", fan))
            .append(",\"amount\":\"10.00\",\"currency\":\"USD\"}\n");
      }
    }
    rows.append(event("last", "2026-05-20T10:00:00Z", "view", 0)).append("}\n");
    Files.writeString(directory.resolve("held.ndjson"), rows);
    CommandRun run = CommandRun.in(directory, "ingest", "held.ndjson");
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static String event(String id, String time, String type, int fan) {
    String content = type.equals("tip") ? "" : ",\"content\":\"clip\"";
    return ("{\"id\":\"%s\",\"time\":\"%s\",\"type\":\"%s\",\"creator\":\"ada\",\"fan\":\"f%d\","
            + "\"source\":\"youtube\"%s")
        .formatted(id, time, type, fan, content);
  }

  /** 200.00 less the 10.00 that as many others paid. */
  @Test
  void tellsTheEffectBesideWhatIsAttributed() {
    CommandRun run = CommandRun.in(directory, "analyze", "content");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Withheld by chance")
        .contains("clip was offered to 40 fans by chance (20 watched, 20 paid) and kept from 40")
        .contains("(0 watched, 1 paid). It brought 190")
        .contains("times what is attributed");
  }

  @Test
  void programsGetTheSame() {
    CommandRun run = CommandRun.in(directory, "analyze", "content", "--json");
    assertThat(run.out().replaceAll("\\s+", ""))
        .contains(
            "\"shown\":{\"fans\":40,\"watched\":20,\"payers\":20,\"payments\":20,\"net\":20000}")
        .contains("\"calibrations\":[{");
  }

  /** Draws are no advice that is scored later. */
  @Test
  void otherReportsDoNotTellOfThem() {
    CommandRun run = CommandRun.in(directory, "analyze", "content", "--brief", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().replaceAll("\\s+", "")).contains("\"past\":[]");
  }

  /** Who all paid the same tell no error; the reason that is told must be that. */
  @Test
  void whoAllPayTheSameTellNothing(@TempDir Path own) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int fan = 0; fan < FANS; fan++) {
      rows.append(event("d" + fan, "2026-05-01T00:00:00Z", "decision.taken", fan))
          .append(",\"attributes\":{\"holdout\":\"first\",\"chosen\":\"")
          .append(fan % 2 == 0 ? "shown" : "withheld")
          .append("\"}}\n")
          .append(event("t" + fan, "2026-05-02T10:01:00Z", "tip", fan))
          .append(",\"amount\":\"10.00\",\"currency\":\"USD\"}\n");
    }
    rows.append(event("last", "2026-05-20T10:00:00Z", "view", 0)).append("}\n");
    Files.writeString(own.resolve("same.ndjson"), rows);
    assertThat(CommandRun.in(own, "ingest", "same.ndjson").code()).isZero();
    assertThat(CommandRun.in(own, "analyze", "content").out().replaceAll("\\s+", " "))
        .contains("kept from 40 (0 watched, 40 paid). What it brought is not known yet")
        .contains("not everybody may have paid the same");
  }
}
