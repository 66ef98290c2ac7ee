package io.tiktoktoe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data frames: wanted columns, further ones by what they hold, and what is refused. */
class ColumnsFileTest {

  private static final ColumnsFile.Wanted WANTED =
      new ColumnsFile.Wanted(
          List.of("price"),
          List.of("name"),
          List.of("cost"),
          List.of("note"),
          column -> !column.equals("left"));

  @TempDir Path directory;

  private ColumnTable read(String content, Map<String, String> names) throws IOException {
    Path file = Files.writeString(directory.resolve("f.csv"), content);
    return ColumnsFile.read(file, names, WANTED, Progress.SILENT);
  }

  @Test
  void furtherColumnsAreNumbersWhenAllTheirCellsAre() throws IOException {
    ColumnTable table =
        read("Name,sum,promo,region,left\na,5,1,north,x\n,NA,,2,y\n", Map.of("sum", "price"));
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.texts("name")).containsExactly("a", "");
    assertThat(table.numbers("price")).containsExactly(5, Double.NaN);
    assertThat(table.furtherNumbers(List.of("price"))).containsExactly("promo");
    assertThat(table.numbers("promo")).containsExactly(1, Double.NaN);
    assertThat(table.furtherTexts(List.of("name"))).containsExactly("region");
    assertThat(table.texts("region")).containsExactly("north", "2");
    assertThat(table.unusedColumns()).containsExactly("left");
    assertThat(table.has("cost")).isFalse();
  }

  @Test
  void whatIsMissingOrWrongIsNamed() {
    assertThatThrownBy(() -> read("name,promo\na,1\n", Map.of()))
        .hasMessageContaining("column price is missing");
    assertThatThrownBy(() -> read("name,price\na,x\n", Map.of()))
        .hasMessageContaining("row 1: price (x) is not a number");
    assertThatThrownBy(() -> read("name,price\n", Map.of())).hasMessageContaining("no rows");
    assertThatThrownBy(() -> read("name,price\na,1\n", Map.of()).numbers("name"))
        .hasMessageContaining("column name holds no numbers");
  }
}
