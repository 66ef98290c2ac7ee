package io.tiktoktoe.stage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of the stage on their way to the engine, column by column. Times are microseconds,
 * truth is 0 or 1. Reused for batch after batch.
 */
public final class StageBatch {

  /** Most rows: the engine's vector size. */
  static final int ROWS = 2048;

  /** A batch of long lines is given early, so that memory stays flat. */
  private static final int FULL_BYTES = 8 << 20;

  private static final StageColumn[] COLUMNS = StageColumn.values();

  private final byte[][] @Nullable [] texts = new byte[COLUMNS.length][ROWS][];
  private final long[][] numbers = new long[COLUMNS.length][ROWS];
  private final boolean[][] present = new boolean[COLUMNS.length][ROWS];
  private int row = -1;
  private long bytes;

  private static boolean isText(StageColumn column) {
    return column.sqlType().equals("VARCHAR");
  }

  /** Tells the engine the columns, in the order of the stage. */
  public static void declare(DuckDBTableFunctionBindInfo info) {
    for (StageColumn column : COLUMNS) {
      DuckDBColumnType type =
          switch (column.sqlType()) {
            case "VARCHAR" -> DuckDBColumnType.VARCHAR;
            case "DOUBLE" -> DuckDBColumnType.DOUBLE;
            default -> DuckDBColumnType.BIGINT;
          };
      info.addResultColumn(column.sqlName(), type);
    }
  }

  /** Forgets all rows. */
  public void clear() {
    row = -1;
    bytes = 0;
    for (byte[] @Nullable [] column : texts) {
      Arrays.fill(column, null);
    }
    for (boolean[] column : present) {
      Arrays.fill(column, false);
    }
  }

  /** Whether the rows should be given now. */
  public boolean isFull() {
    return row + 1 == ROWS || bytes > FULL_BYTES;
  }

  /** Begins the next row. */
  public void add(long line) {
    row++;
    set(StageColumn.LINE, line);
  }

  /** Forgets what the row holds beside its line. */
  public void clearRow() {
    for (byte[] @Nullable [] column : texts) {
      column[row] = null;
    }
    for (StageColumn column : COLUMNS) {
      present[column.ordinal()][row] = column == StageColumn.LINE;
    }
  }

  /** Whether the row has a value in this column. */
  public boolean has(StageColumn column) {
    return texts[column.ordinal()][row] != null || present[column.ordinal()][row];
  }

  /** Sets a whole number, microseconds, or truth. */
  public void set(StageColumn column, long value) {
    numbers[column.ordinal()][row] = value;
    present[column.ordinal()][row] = true;
  }

  /** Sets a number. */
  public void set(StageColumn column, double value) {
    set(column, Double.doubleToRawLongBits(value));
  }

  /** Sets a text in UTF-8. */
  public void set(StageColumn column, byte[] utf8) {
    texts[column.ordinal()][row] = utf8;
    bytes += utf8.length;
  }

  /** Sets a text. */
  public void set(StageColumn column, String text) {
    set(column, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The row's number in this column, which is there. */
  public double real(StageColumn column) {
    return Double.longBitsToDouble(numbers[column.ordinal()][row]);
  }

  /** Gives all rows to the engine and says how many. */
  public int give(DuckDBDataChunkWriter chunk) {
    int rows = row + 1;
    if (rows == 0) {
      return 0;
    }
    for (int i = 0; i < COLUMNS.length; i++) {
      DuckDBWritableVector vector = chunk.vector(i);
      if (isText(COLUMNS[i])) {
        // One call for all, those beyond the last row too: each crossing costs as much as a text.
        vector.setStringUtf8Batch(0, texts[i]);
      } else {
        giveNumbers(vector, COLUMNS[i], rows);
      }
    }
    return rows;
  }

  private void giveNumbers(DuckDBWritableVector vector, StageColumn column, int rows) {
    long[] values = numbers[column.ordinal()];
    boolean[] there = present[column.ordinal()];
    boolean real = column.sqlType().equals("DOUBLE");
    for (int i = 0; i < rows; i++) {
      if (!there[i]) {
        vector.setNull(i);
      } else if (real) {
        vector.setDouble(i, Double.longBitsToDouble(values[i]));
      } else {
        vector.setLong(i, values[i]);
      }
    }
  }
}
