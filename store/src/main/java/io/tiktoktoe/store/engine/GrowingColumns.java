package io.tiktoktoe.store.engine;

import java.util.Arrays;

/** Rows of whole numbers kept by column, of which none knows beforehand how many come. */
public final class GrowingColumns {

  private final long[][] columns;
  private int size;

  /** No rows yet, of so many columns. */
  public GrowingColumns(int width) {
    this.columns = new long[width][1_024];
  }

  /** Adds a row of as many numbers. */
  public void add(long... row) {
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

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** A column as it is. */
  public long[] longs(int column) {
    return Arrays.copyOf(columns[column], size);
  }

  /** A column of numbers that fit 32 bits. */
  public int[] ints(int column) {
    int[] copy = new int[size];
    for (int i = 0; i < size; i++) {
      copy[i] = (int) columns[column][i];
    }
    return copy;
  }

  /** A column of numbers that fit 16 bits. */
  public short[] shorts(int column) {
    short[] copy = new short[size];
    for (int i = 0; i < size; i++) {
      copy[i] = (short) columns[column][i];
    }
    return copy;
  }

  /** A column of numbers that fit 8 bits. */
  public byte[] bytes(int column) {
    byte[] copy = new byte[size];
    for (int i = 0; i < size; i++) {
      copy[i] = (byte) columns[column][i];
    }
    return copy;
  }
}
