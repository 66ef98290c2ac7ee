package io.tiktoktoe.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.DemoAnswer;
import io.tiktoktoe.service.model.DemoRequest;
import io.tiktoktoe.service.model.ExportAnswer;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.Doctor.Finding;
import io.tiktoktoe.store.Doctor.Severity;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.store.model.Target;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Export, doctor, simulation and demo as a library's user or a server asks for them. */
class StoreServicesTest {

  private static final Call CALL = Call.at(SmallStore.NOW);

  @TempDir Path directory;

  @Test
  void aDemoLeavesAStoreThatHoldsMore() throws IOException {
    DemoRequest request = new DemoRequest(6, 2, 7, directory.resolve("demo"));
    Path file = DemoService.demo(request, StoreOptions.defaults(), CALL, stage -> {}).store();
    Event mine =
        Event.tip(Payment.of("5.00", "USD"))
            .from("shop", "mine")
            .at(SmallStore.NOW)
            .creator("mia")
            .build();
    try (Store store = Store.open(file, StoreOptions.defaults())) {
      store.events().append(List.of(mine), IngestOptions.of("mine", SmallStore.NOW));
    }

    assertThatThrownBy(() -> DemoService.demo(request, StoreOptions.defaults(), CALL, stage -> {}))
        .isInstanceOf(ServiceException.UnusableInput.class)
        .hasMessageContaining("holds more than a demo");
    try (Store store = Store.open(file, StoreOptions.defaults())) {
      assertThat(store.holdsOthersThan("demo")).isTrue();
    }
  }

  @Test
  void aDemoGoesTheWholeWayAndReplacesOnlyWhatItMade() throws IOException {
    Path folder = directory.resolve("demo");
    DemoRequest request = new DemoRequest(6, 2, 7, folder);
    List<DemoAnswer.Stage> told = new ArrayList<>();
    DemoAnswer answer = DemoService.demo(request, StoreOptions.defaults(), CALL, told::add);
    assertThat(answer.stages()).isEqualTo(told);
    assertThat(told)
        .extracting(stage -> stage.step().code())
        .containsExactly("simulated", "taken-in", "analysed");
    assertThat(answer.store()).exists();
    assertThat(answer.revenue().period().days()).hasSize(30);
    assertThat(answer.revenue().provenance().seed()).isEqualTo(7);
    DemoAnswer again = DemoService.demo(request, StoreOptions.defaults(), CALL, stage -> {});
    assertThat(again.revenue().bridge()).isEqualTo(answer.revenue().bridge());
    Path own = Files.createDirectories(directory.resolve("own"));
    Files.writeString(own.resolve("rates.csv"), "mine");
    DemoRequest over = new DemoRequest(6, 2, 7, own);
    assertThatThrownBy(() -> DemoService.demo(over, StoreOptions.defaults(), CALL, stage -> {}))
        .isInstanceOf(ServiceException.BadRequest.class)
        .hasMessageContaining("holds rates.csv");
    assertThat(own.resolve("rates.csv")).hasContent("mine");
  }

  @Test
  void economiesThatCannotBeAreRefused() {
    assertThatThrownBy(
            () -> SimulationService.economy(0, java.time.LocalDate.of(2026, 1, 1), 3, 0, 7))
        .isInstanceOf(ServiceException.BadRequest.class)
        .hasMessageContaining("creators");
  }

  @Test
  void tablesAreExportedToFilesAndWriters() throws IOException {
    try (Store store = SmallStore.in(directory)) {
      ExportService service = ExportService.of(store);
      assertThat(service.names()).contains("events", "rejected_rows");
      Path file = ExportService.target(directory.resolve("creator.csv"));
      ExportAnswer answer = service.export("creator", file, CALL);
      assertThat(answer.rows()).isEqualTo(store.settings().creators().size());
      assertThat(Files.readAllLines(file)).hasSize((int) answer.rows() + 1);
      StringWriter out = new StringWriter();
      service.print("creator", Target.Format.CSV, out, CALL);
      assertThat(out.toString()).isEqualTo(Files.readString(file));
      assertThatThrownBy(() -> service.export("evnts", file, CALL))
          .isInstanceOf(ServiceException.BadRequest.class)
          .hasMessageContaining("table evnts does not exist. Use one of");
    }
    assertThatThrownBy(() -> ExportService.target(directory.resolve("a.doc")))
        .isInstanceOf(ServiceException.BadRequest.class)
        .hasMessageEndingWith("must end in .csv, .ndjson or .parquet");
    assertThatThrownBy(() -> ExportService.target(directory.resolve("none").resolve("a.csv")))
        .isInstanceOf(ServiceException.UnusableInput.class)
        .hasMessageContaining("does not exist. Create it.");
  }

  @Test
  void theDoctorTellsOfStoresThatAreThereAndThatAreNot() throws IOException {
    SmallStore.in(directory).close();
    List<Finding> findings =
        DoctorService.examine(directory.resolve("store.duckdb"), StoreOptions.defaults(), CALL);
    assertThat(findings)
        .extracting(Finding::check)
        .startsWith("java", "memory", "disk", "writing", "store")
        .contains("duplicates", "rates");
    assertThat(DoctorService.examine(directory.resolve("no.duckdb"), StoreOptions.defaults(), CALL))
        .last()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
              assertThat(finding.message()).endsWith("does not exist yet. Ingest events.");
            });
    assertThat(directory.resolve("no.duckdb")).doesNotExist();
  }
}
