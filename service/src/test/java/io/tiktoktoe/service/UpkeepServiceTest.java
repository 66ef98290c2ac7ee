package io.tiktoktoe.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.IngestAnswer;
import io.tiktoktoe.service.model.IngestRequest;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.upkeep.BackupAnswer;
import io.tiktoktoe.service.model.upkeep.EraseAnswer;
import io.tiktoktoe.service.model.upkeep.EraseRequest;
import io.tiktoktoe.service.model.upkeep.RestoreAnswer;
import io.tiktoktoe.service.model.upkeep.UndoRequest;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.store.model.UndoReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepServiceTest {

  private static final Call CALL = Call.at(Instant.parse("2026-11-22T12:00:00Z"));

  @TempDir Path folder;

  private Path tips;
  private UpkeepService service;

  @BeforeEach
  void takeIn() throws IOException {
    tips =
        Files.writeString(
            folder.resolve("tips.csv"),
            """
            id,time,type,source,creator,fan,amount,currency
            1,2026-05-01T10:00:00Z,tip,ko-fi,mia,ben-7788,5.00,EUR
            2,2026-05-02T10:00:00Z,tip,ko-fi,mia,zoe-9911,3.00,EUR
            """);
    Path store = folder.resolve("store.duckdb");
    IngestAnswer taken =
        IngestService.at(store, StoreOptions.defaults())
            .ingest(IngestRequest.of(List.of(tips)), CALL, file -> {});
    assertThat(taken.success()).as(taken.toString()).isTrue();
    service = UpkeepService.at(store, StoreOptions.defaults());
  }

  @Test
  void aStoreIsMadeAgainFromItsBackup() {
    BackupAnswer saved = service.backUp(folder.resolve("saved"), CALL);
    RestoreAnswer again =
        UpkeepService.at(folder.resolve("again.duckdb"), StoreOptions.defaults())
            .restore(saved.folder(), CALL);
    assertThat(again.events()).isEqualTo(2);
    assertThat(again.store()).exists().isNotEqualTo(saved.store());
  }

  @Test
  void aBatchIsTakenBackByItsNameOrItsFile() {
    UndoReport undone = service.undo(new UndoRequest("tips.csv", tips), CALL);
    assertThat(undone.batch()).isEqualTo(tips.toString());
    assertThat(undone.events()).isEqualTo(2);
    assertThatThrownBy(() -> service.undo(new UndoRequest(tips.toString(), tips), CALL))
        .hasMessageContaining(tips.toString());
  }

  @Test
  void aFanIsFirstToldAndThenErased() {
    EraseRequest asked = new EraseRequest("zoe-9911", Optional.of("mia"), Optional.empty(), true);
    EraseAnswer told = service.erase(asked, CALL);
    assertThat(told.erased()).isFalse();
    assertThat(told.report().events()).isEqualTo(1);
    EraseRequest meant = new EraseRequest("zoe-9911", Optional.of("mia"), Optional.empty(), false);
    assertThat(service.erase(meant, CALL)).isEqualTo(new EraseAnswer(true, told.report()));
    assertThatThrownBy(() -> service.erase(asked, CALL)).hasMessageContaining("knows no such fan");
    assertThatThrownBy(() -> new EraseRequest(" ", Optional.empty(), Optional.empty(), true))
        .isInstanceOf(ServiceException.BadRequest.class)
        .hasMessageContaining("fan is empty");
  }
}
