package io.tiktoktoe.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data frame: the rows of a plain file by column, numbers as {@code double} (NaN is missing),
 * text as it stands. Columns are as long as each other.
 */
public final class ColumnTable {

  private final int rows;
  private final Map<String, double[]> numbers;
  private final Map<String, List<String>> texts;
  private final List<String> unused;

  ColumnTable(
      int rows,
      Map<String, double[]> numbers,
      Map<String, List<String>> texts,
      List<String> unused) {
    this.rows = rows;
    this.numbers = new LinkedHashMap<>(numbers);
    this.texts = new LinkedHashMap<>(texts);
    this.unused = List.copyOf(unused);
  }

  /** How many rows there are, at least 1. */
  public int rows() {
    return rows;
  }

  /** Whether the file has this column. */
  public boolean has(String column) {
    return numbers.containsKey(column) || texts.containsKey(column);
  }

  /**
   * A column of numbers, as a copy.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public double[] numbers(String column) {
    double[] values = numbers.get(column);
    if (values == null) {
      throw new IllegalArgumentException(
          "column %s holds no numbers. Ask for one of %s.".formatted(column, numbers.keySet()));
    }
    return values.clone();
  }

  /**
   * A column of text, blanks around it taken off.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public List<String> texts(String column) {
    List<String> values = texts.get(column);
    if (values == null) {
      throw new IllegalArgumentException(
          "column %s holds no text. Ask for one of %s.".formatted(column, texts.keySet()));
    }
    return values;
  }

  /** Columns of numbers that were not asked for by name, in the order of the file. */
  public List<String> furtherNumbers(List<String> named) {
    return numbers.keySet().stream().filter(column -> !named.contains(column)).toList();
  }

  /** Columns of text that were not asked for by name, in the order of the file. */
  public List<String> furtherTexts(List<String> named) {
    return texts.keySet().stream().filter(column -> !named.contains(column)).toList();
  }

  /** Columns of the file that were not read. */
  public List<String> unusedColumns() {
    return unused;
  }
}
