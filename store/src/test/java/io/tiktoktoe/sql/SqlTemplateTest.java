package io.tiktoktoe.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SqlTemplateTest {

  @Test
  void whatIsFilledInIsNoPlace() {
    assertThat(
            SqlTemplate.named("duckdb/audit")
                .with("now", "2026-01-01")
                .with("act", "'${counts} \\1 $0'")
                .with("counts", "'${shared/doctor/data}'")
                .sql())
        .isEqualTo(
            "INSERT INTO audit VALUES (TIMESTAMP '2026-01-01', '${counts} \\1 $0',"
                + " '${shared/doctor/data}')");
  }

  @Test
  void aPlaceThatIsForgottenIsNamed() {
    assertThatThrownBy(() -> SqlTemplate.named("duckdb/audit").with("now", "x").sql())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("${act} of duckdb/audit was not filled in.");
    assertThatThrownBy(() -> SqlTemplate.text("duckdb/none"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("SQL file (/sql/duckdb/none.sql) is not part of the program.");
  }

  @Test
  void filesStandInFilesWithoutCommentsAndSemicolons() {
    String sql = SqlTemplate.text("duckdb/ingest/revenue");
    assertThat(sql)
        .startsWith("INSERT INTO revenue_rollup")
        .endsWith("ORDER BY creator, bucket")
        .contains(
            "time_bucket(INTERVAL 15 MINUTE, e.time) END AS bucket", "FROM stage", "adjustment")
        .doesNotContain("${", "--", ";");
  }

  @Test
  void aSharedTextTakesTheEventsThatItIsGiven() {
    assertThat(SqlTemplate.text("duckdb/undo/rollups"))
        .contains("FROM (SELECT * FROM adjustment WHERE sign = 1) AS e")
        .doesNotContain("stage");
    assertThat(SqlTemplate.named("shared/rollup/audience").with("events", "SELECT 1").sql())
        .contains("FROM (SELECT 1) AS e");
  }
}
