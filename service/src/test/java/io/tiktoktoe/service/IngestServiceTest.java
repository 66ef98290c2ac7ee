package io.tiktoktoe.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.file.UnreadableFileException;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.IngestAnswer;
import io.tiktoktoe.service.model.IngestRequest;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestServiceTest {

  private static final Call CALL = Call.at(SmallStore.NOW);

  @TempDir Path directory;

  @Test
  void eventsAndRatesAreToldAsTheyComeIn() throws IOException {
    Path tips = tips("5.00", "7.50");
    Path rates =
        Files.writeString(
            directory.resolve("rates.csv"), "date,from,to,rate\n2026-08-01,EUR,USD,1.1\n");
    List<IngestAnswer.OneFile> told = new ArrayList<>();
    IngestAnswer answer = service().ingest(IngestRequest.of(List.of(tips, rates)), CALL, told::add);
    assertThat(answer.success()).isTrue();
    assertThat(answer.files().getFirst().report().accepted()).isEqualTo(2);
    assertThat(told)
        .containsExactly(new IngestAnswer.RatesAdded(rates, 1), answer.files().getFirst());
    try (Store store = Store.open(directory.resolve("store.duckdb"), StoreOptions.defaults())) {
      assertThat(store.settings().creators()).containsExactly("ada");
      assertThat(store.settings().rates())
          .isEqualTo(store.settings().rates())
          .isNotEqualTo(io.tiktoktoe.event.ExchangeRates.none());
    }
  }

  @Test
  void rejectedRowsAreSuccessUnlessStrictOrNothingElseCame() throws IOException {
    IngestRequest some = IngestRequest.of(List.of(tips("5.00", "lots")));
    IngestAnswer answer = service().ingest(some, CALL, one -> {});
    assertThat(answer.files().getFirst().report().rejected()).isEqualTo(1);
    assertThat(answer.success()).isTrue();
    IngestRequest strict =
        new IngestRequest(
            some.files(),
            some.reading(),
            true,
            some.pseudonymKey(),
            some.expandLimit(),
            some.input());
    assertThat(service().ingest(strict, CALL, one -> {}).success()).isFalse();
    IngestRequest none = IngestRequest.of(List.of(tips("lots", "more")));
    assertThat(service().ingest(none, CALL, one -> {}).success()).isFalse();
  }

  @Test
  void aFileThatCannotBeReadMakesNoStore() throws IOException {
    Path odd = Files.writeString(directory.resolve("odd.csv"), "colour,taste\nred,sweet\n");
    assertThatThrownBy(() -> service().ingest(IngestRequest.of(List.of(odd)), CALL, one -> {}))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("odd.csv");
    assertThat(directory.resolve("store.duckdb")).doesNotExist();
  }

  @Test
  void wrongRatesAreNamedWithTheirRow() throws IOException {
    Path rates =
        Files.writeString(
            directory.resolve("rates.csv"), "date,from,to,rate\n2026-08-01,EUR,USD,much\n");
    assertThatThrownBy(() -> service().ingest(IngestRequest.of(List.of(rates)), CALL, one -> {}))
        .isInstanceOf(ServiceException.UnusableInput.class)
        .hasMessageContaining("row 1: date (2026-08-01) or rate (much) cannot be read");
  }

  private IngestService service() {
    return IngestService.at(directory.resolve("store.duckdb"), StoreOptions.defaults());
  }

  private Path tips(String... amounts) throws IOException {
    StringBuilder rows = new StringBuilder("id,time,type,creator,source,amount,currency\n");
    for (int row = 0; row < amounts.length; row++) {
      rows.append("e%d,2026-08-01T12:00:00Z,tip,ada,shop,%s,USD%n".formatted(row, amounts[row]));
    }
    return Files.writeString(directory.resolve("tips.csv"), rows);
  }
}
