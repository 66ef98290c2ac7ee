package io.tiktoktoe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedTableTest {

  private static final List<NamedColumn> PURCHASES =
      List.of(
          NamedColumn.text("customer"),
          NamedColumn.time("date"),
          NamedColumn.number("amount").optional());

  @TempDir Path folder;

  @Test
  void readsCellsByNameAsTheFileWritesThem() throws IOException {
    Path file = file("Wer;Date;AMOUNT;note\nbo;31.01.2026;1.234,50;x\ncy;13.02.2026;;y\n");
    try (NamedTable table = NamedTable.open(file, Map.of("Wer", "customer"), PURCHASES)) {
      assertThat(table.has("amount")).isTrue();
      assertThat(table.otherColumns()).containsExactly("note");
      assertThat(table.next()).isTrue();
      assertThat(table.text("customer")).isEqualTo("bo");
      assertThat(table.day("date")).isEqualTo(LocalDate.of(2026, 1, 31));
      assertThat(table.number("amount")).isEqualTo(1234.5);
      assertThat(table.next()).isTrue();
      assertThat(table.numberOrMissing("amount")).isNaN();
      assertThatThrownBy(() -> table.number("amount"))
          .isInstanceOf(TableException.class)
          .hasMessageContaining("row 2: amount is missing");
      assertThat(table.next()).isFalse();
    }
  }

  @Test
  void readsOtherColumnsAsNumbers() throws IOException {
    Path file = file("id,views,spend\na,1,2.5\nb,,x\n");
    try (NamedTable table =
        NamedTable.withNumbers(file, Map.of(), List.of(NamedColumn.text("id")))) {
      assertThat(table.otherColumns()).containsExactly("views", "spend");
      assertThat(table.next()).isTrue();
      assertThat(table.otherNumberOrMissing("spend")).isEqualTo(2.5);
      assertThat(table.next()).isTrue();
      assertThat(table.otherNumberOrMissing("views")).isNaN();
      assertThatThrownBy(() -> table.otherNumberOrMissing("spend"))
          .isInstanceOf(TableException.class)
          .hasMessageContaining("row 2: spend (x) is not a number");
    }
  }

  @Test
  void saysWhichColumnIsMissingDoubleOrUnknown() throws IOException {
    Path file = file("who,date\nbo,2026-01-31\n");
    assertThatThrownBy(() -> NamedTable.open(file, Map.of(), PURCHASES))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("column customer is missing; the file has who, date");
    assertThatThrownBy(() -> NamedTable.open(file, PURCHASES))
        .hasMessageEndingWith("Add it, or rename one in the file.");
    assertThatThrownBy(() -> NamedTable.open(file, Map.of("x", "customer"), PURCHASES))
        .isInstanceOf(TableException.UnknownColumn.class);
    Path twice = file("customer,Customer,date\nbo,cy,2026-01-31\n");
    assertThatThrownBy(() -> NamedTable.open(twice, Map.of(), PURCHASES))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("two columns are customer");
  }

  @Test
  void saysWhichCellIsWrong() throws IOException {
    Path file = file("customer,date,amount\n,2026-01-31,1\nbo,soon,inf\n");
    try (NamedTable table = NamedTable.open(file, Map.of(), PURCHASES)) {
      assertThat(table.next()).isTrue();
      assertThatThrownBy(() -> table.text("customer"))
          .isInstanceOf(TableException.class)
          .hasMessageContaining("row 1: customer is empty");
      assertThat(table.next()).isTrue();
      assertThatThrownBy(() -> table.day("date"))
          .isInstanceOf(TableException.class)
          .hasMessageContaining("row 2: date (soon) is no date or time");
      assertThatThrownBy(() -> table.number("amount"))
          .isInstanceOf(TableException.class)
          .hasMessageContaining("amount (inf) is not finite");
    }
  }

  private Path file(String text) throws IOException {
    return Files.write(
        Files.createTempFile(folder, "table", ".csv"), text.getBytes(StandardCharsets.UTF_8));
  }
}
