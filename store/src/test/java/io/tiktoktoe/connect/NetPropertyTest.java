package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.connect.NetFiles.Made;
import io.tiktoktoe.file.Copies;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Net in the file = net of the events + what the report declares as left out. */
class NetPropertyTest {

  private static final int ROWS = 400;
  private static final Pattern LEFT_OUT =
      Pattern.compile("skipped: .* \\(net (-?\\d+(?:\\.\\d+)?) [A-Z]{3};");

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(NetFiles.class)
  void nothingOfTheNetIsLost(NetFiles format) throws IOException {
    for (int seed = 1; seed <= 3; seed++) {
      Made made = format.make(new Random(seed), ROWS);
      Path file = Files.writeString(folder.resolve(format.format() + seed + ".csv"), made.text());
      try (Reading reading =
          Connectors.open(file, Staged.options(folder.resolve("own")).withCreator("alice"))) {
        List<Map<String, String>> rows = Staged.rows(reading);

        assertThat(reading.format()).isEqualTo(format.format());
        assertThat(rows).allSatisfy(row -> assertThat(row.get("error_reason")).isEmpty());
        BigDecimal leftOut = leftOut(reading.notes());
        assertThat(EventMoney.net(rows).add(leftOut))
            .as("seed %d of %s: %s", seed, format, reading.notes())
            .isEqualByComparingTo(made.net());
        assertThat(reading.notes()).noneMatch(note -> note.contains("do not explain"));
      }
    }
  }

  /** The store books what was staged, whatever it adds on its own for reversals. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "STRIPE_BALANCE",
        "PAYPAL",
        "ETSY_STATEMENT",
        "ETSY_ORDERS",
        "FANVUE_EARNINGS",
        "PATREON_EARNINGS",
        "LEDGER"
      })
  void theStoreNetsTheSame(NetFiles format) throws IOException {
    Made made = format.make(new Random(7), ROWS / 4);
    Path file = Files.writeString(folder.resolve("made.csv"), made.text());
    StoreOptions options = StoreOptions.defaults().withReadable(List.of(file));
    try (Store store = Store.open(folder.resolve("s.duckdb"), options);
        Reading reading =
            Connectors.open(
                file,
                Staged.options(folder.resolve("own"))
                    .withCreator("alice")
                    .withCopies(new Copies(store::spool, Optional.empty())))) {
      store.events().ingest(reading.relation(), IngestOptions.of("made", NOW));

      BigDecimal net =
          store
              .engine()
              .rows(
                  Sql.of("SELECT CAST(sum(net) AS BIGINT) AS net FROM revenue_15min"),
                  row -> BigDecimal.valueOf(row.number("net"), 2))
              .getFirst();
      assertThat(net.add(leftOut(reading.notes()))).isEqualByComparingTo(made.net());
    }
  }

  private static BigDecimal leftOut(List<String> notes) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String note : notes) {
      Matcher matcher = LEFT_OUT.matcher(note);
      sum = matcher.find() ? sum.add(new BigDecimal(matcher.group(1))) : sum;
    }
    return sum;
  }
}
