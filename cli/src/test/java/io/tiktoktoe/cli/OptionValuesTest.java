package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A value that an option cannot have is wrong usage (2) in every command, whatever the files hold;
 * files that cannot be used as asked are failures (1).
 */
class OptionValuesTest {

  @TempDir static Path directory;

  @BeforeAll
  static void makeFiles() throws IOException {
    StringBuilder series = new StringBuilder("timestamp,value\n");
    for (int day = 1; day <= 28; day++) {
      series.append("2026-10-%02d,%d%n".formatted(day, day % 7));
    }
    Files.writeString(directory.resolve("s.csv"), series);
    Files.writeString(
        directory.resolve("tips.csv"),
        "id,time,type,creator,source,amount,currency\n"
            + "1,2026-10-01T10:00:00Z,tip,mia,shop,5.00,USD\n");
    Files.writeString(directory.resolve("gifts.csv"), "When,Gift\n2026-10-01,5\n");
    Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n");
    Files.writeString(
        directory.resolve("rates.csv"), "date,from,to,rate\n2026-10-01,USD,EUR,0.9\n");
    CommandRun run = CommandRun.in(directory, "ingest", "tips.csv");
    assertThat(run.code()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ingest tips.csv --format nosuch|--format (nosuch) is unknown. Known are: ",
        "ingest rates.csv --format nosuch|--format (nosuch) is unknown",
        "ingest gifts.csv --map nosuch|(nosuch) is unknown. Known are: ",
        "ingest gifts.csv --mapping nosuch|(nosuch) is unknown",
        "ingest gifts.csv --map nosuch=amount,When=time,type:tip|names the column (nosuch)",
        "ingest gifts.csv --map Gift=nosuch,When=time,type:tip|maps to (nosuch)",
        "ingest gifts.csv --map Gift=amount,When=time,type:nosuch|nosuch",
        "ingest gifts.csv --map Gift=amount,When=time|does not say the type",
        "ingest gifts.csv --map Gift=amount,nosuch(When)=time,type:tip|nosuch",
        "ingest gifts.csv --map Gift=amount,type:tip --mapping x|Give one of them",
        "ingest gifts.csv --map Gift=amount,When=time,type:tip --save-mapping a/b|no file can bear",
        "ingest tips.csv --currency nosuch|currency (NOSUCH) is unknown",
        "ingest tips.csv --expand-limit 0|--expand-limit (0 MB)",
        "analyze risk --creator mia --cash abc|'--cash': 'abc' is no number. Write one with a"
            + " point",
        "ingest tips.csv --expand-limit much|'much' is no whole number",
        "analyze platform --benchmarks --epsilon 0.01|Leave out --from, --to, --window, --epsilon",
        "forecast s.csv --horizon 3 --format nosuch|Unknown option",
        "forecast s.csv --horizon 3 --country XX|XX",
        "forecast s.csv --horizon 3 --levels none|--levels (none)",
        "forecast s.csv --horizon 3 --period 0|period (0)",
        "forecast s.csv --horizon 3 --map nosuch=value|column nosuch of --map does not exist",
        "forecast s.csv --horizon 3 --map value=nosuch|--map names field nosuch",
        "forecast s.csv --horizon 3 --out a.parquet|cannot be written here",
        "forecast s.csv --horizon 0|horizon (0",
        "forecast s.csv --horizon 3 --seed x|'x' is no whole number",
        "forecast --all --horizon 3 --country XX|XX",
        "forecast --creator mia --levels 50|--levels other than",
        "anomalies s.csv --map nosuch=value|column nosuch of --map does not exist",
        "anomalies s.csv --sensitivity 2|sensitivity (2",
        "anomalies s.csv --period 1|period (1)",
        "decompose s.csv --period 7 --map nosuch=value|column nosuch of --map does not exist",
        "decompose s.csv --period 7 --seasonal-window nosuch|must be an odd number or periodic",
        "decompose s.csv --period 7 --seasonal-degree 2|must be 0 or 1",
        "decompose s.csv --period 7 --lowpass-degree 2|must be 0 or 1",
        "decompose s.csv --period 7 --trend-jump 0|trend",
        "decompose s.csv --period 7 --inner 0|inner",
        "analyze nosuch|nosuch",
        "analyze revenue --currency nosuch|currency (nosuch) is unknown",
        "analyze revenue --zone Nosuch/Place|--zone (Nosuch/Place) is unknown",
        "analyze revenue --from soon|--from (soon) is no day",
        "analyze revenue --to 2026-13-01|--to (2026-13-01) is no day",
        "analyze revenue --from 2026-10-09 --to 2026-10-01|--from",
        "analyze revenue --country XX|XX",
        "analyze risk --zone Nosuch/Place|--zone (Nosuch/Place) is unknown",
        "analyze risk --currency nosuch|currency (nosuch) is unknown",
        "export nosuch|table nosuch does not exist",
        "export events --out a.xlsx|must end in",
        "simulate --months 0|months (0)",
        "simulate --start 2026-02-30|--start (2026-02-30) is no day",
        "simulate --events -1 --out simulated|events (-1) must be at least 0",
        "simulate --events 10000000001|at most 10000000000",
        "simulate --start 9998-12-31 --months 24|months (24) from 9998-12-31",
        "simulate --content-values -1|--content-values (-1)",
        "simulate --with action:a/b/thank@2025-04-01..2025-03-01|must end after they begin",
        "simulate --with publish:a/film@2025-04-01..2025-05-01|must be one of short, video, live",
        "simulate --with publish:a/video@2025-04-01..2025-04-01|of contents must end after",
        "simulate --without publish:a/video@2025-04-01..2025-05-01|is no such change",
        "demo --creators 0 --dir d|creators (0)",
        "demo --months 0 --dir d|months (0)",
        "learn --seed x|'x' is no whole number",
        "doctor --nosuch|Unknown option",
        "erase x --nosuch|Unknown option"
      })
  void aValueThatCannotBeIsWrongUsage(String line, String message) {
    CommandRun run = CommandRun.in(directory, line.split(" "));
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message).contains("--help'.").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ingest other.csv|which are of no known format",
        "ingest other.csv --format kofi|lacks the columns of format kofi",
        "ingest tips.csv --format events-parquet|is not",
        "ingest gifts.csv --map Gift=amount,When=time,type:tip,currency:EUR|does not say whose it"
            + " is",
        "ingest none.csv --map Gift=amount,When=time,type:tip|none.csv",
        "forecast other.csv --horizon 3|column value is missing",
        "forecast s.csv --horizon 3 --events none.csv|none.csv",
        "forecast s.csv --horizon 3 --drivers none.csv|none.csv",
        "analyze revenue --creator nosuch|creator nosuch has no events",
        "erase nosuch --yes|no such fan",
        "undo nosuch|nosuch",
        "restore nosuch --store r.duckdb|is no finished backup"
      })
  void aFileThatCannotBeUsedIsAFailure(String line, String message) {
    CommandRun run = CommandRun.in(directory, line.split(" "));
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains(message);
  }
}
