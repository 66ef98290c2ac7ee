package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import java.nio.file.Path;

class EventLogTest {

  @TempDir Path folder;

  @Test
  void validRowsAreStoredAndFoldedIntoTheRollup() {
    try (Store store = Sample.open(folder)) {
      IngestReport report =
          store
              .events()
              .ingest(
                  new Sample()
                      .tip("1", "2026-01-05 10:03:00", "alice", "12.50")
                      .tip("2", "2026-01-05 10:07:00", "alice", "0.1")
                      .tip("3", "2026-01-05 10:16:00", "bob", "3")
                      .relation(),
                  Sample.options());
      assertThat(report.accepted()).isEqualTo(3);
      assertThat(report.rejected()).isZero();
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT creator, gross, sales FROM revenue_15min ORDER BY creator"),
                      row ->
                          row.required("creator") + row.number("gross") + "/" + row.number("sales")))
          .containsExactly("alice1260/2", "bob300/1");
      assertThat(store.doctor().examine(Sample.NOW))
          .noneMatch(finding -> finding.severity() == Doctor.Severity.PROBLEM);
    }
  }
}
