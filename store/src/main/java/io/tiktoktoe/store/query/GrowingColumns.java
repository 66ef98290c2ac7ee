package io.tiktoktoe.store.query;

import java.util.Arrays;

/** Rows of whole numbers kept by column, of which none knows beforehand how many come. */
final class GrowingColumns {

  private final long[][] columns;
  private int size;

  GrowingColumns(int width) {
    this.columns = new long[width][1_024];
  }

  void add(long... row) {
    if (size == columns[0].length) {
      for (int i = 0; i < columns.length; i++) {
        columns[i] = Arrays.copyOf(columns[i], 2 * size);
      }
    }
    for (int i = 0; i < columns.length; i++) {
      columns[i][size] = row[i];
    }
    size++;
  }

  int size() {
    return size;
  }

  long at(int column, int row) {
    return columns[column][row];
  }

  long[] longs(int column) {
    return Arrays.copyOf(columns[column], size);
  }

  int[] ints(int column) {
    int[] copy = new int[size];
    for (int i = 0; i < size; i++) {
      copy[i] = (int) columns[column][i];
    }
    return copy;
  }

  short[] shorts(int column) {
    short[] copy = new short[size];
    for (int i = 0; i < size; i++) {
      copy[i] = (short) columns[column][i];
    }
    return copy;
  }

  byte[] bytes(int column) {
    byte[] copy = new byte[size];
    for (int i = 0; i < size; i++) {
      copy[i] = (byte) columns[column][i];
    }
    return copy;
  }
}
