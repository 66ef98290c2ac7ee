package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.question.Partitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Raw contributions of persons to partitions, column by column. Can be filled by anyone and read by
 * this package alone. 20 bytes a row; not thread safe.
 */
public final class Contributions {

  private static final int FIRST_ROWS = 1024;

  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<String> labels = new ArrayList<>();
  private long[] persons = new long[FIRST_ROWS];
  private int[] partitions = new int[FIRST_ROWS];
  private int[] events = new int[FIRST_ROWS];
  private long[] amounts = new long[FIRST_ROWS];
  private int size;

  /**
   * The index of a partition's label: the same for the same label.
   *
   * @throws IllegalArgumentException if the label has more than 1,000 letters
   */
  public int partition(String label) {
    if (label.length() > Partitions.MOST_LETTERS) {
      throw new IllegalArgumentException(
          "a label has %d letters, and may have %d. Shorten it."
              .formatted(label.length(), Partitions.MOST_LETTERS));
    }
    return indexes.computeIfAbsent(
        label,
        name -> {
          labels.add(name);
          return labels.size() - 1;
        });
  }

  /**
   * Adds what a person did in a partition. Rows of the same person and partition are added up.
   *
   * @param person who, as a number
   * @param partition where, from {@link #partition}
   * @param events how many events, from 1
   * @param amount their amounts' sum in whole units; 0 where amounts do not matter
   */
  public void add(long person, int partition, int events, long amount) {
    if (partition < 0 || partition >= labels.size()) {
      throw new IllegalArgumentException(
          "partition (%d) is unknown. Take it from partition(label).".formatted(partition));
    }
    if (events < 1) {
      throw new IllegalArgumentException("events (%d) must be at least 1.".formatted(events));
    }
    if (size == persons.length) {
      grow();
    }
    persons[size] = person;
    partitions[size] = partition;
    this.events[size] = events;
    amounts[size] = amount;
    size++;
  }

  /**
   * Adds an amount of any kind.
   *
   * @throws IllegalArgumentException if it is none: null, NaN, infinite, -0.0 or no whole number of
   *     units; nothing is added then
   */
  public void addNumber(long person, int partition, int events, @Nullable Number amount) {
    add(person, partition, events, WholeAmount.of(amount));
  }

  private void grow() {
    int more = Math.multiplyExact(size, 2);
    persons = Arrays.copyOf(persons, more);
    partitions = Arrays.copyOf(partitions, more);
    events = Arrays.copyOf(events, more);
    amounts = Arrays.copyOf(amounts, more);
  }

  int size() {
    return size;
  }

  List<String> labels() {
    return labels;
  }

  long person(int row) {
    return persons[row];
  }

  int partitionOf(int row) {
    return partitions[row];
  }

  int eventsOf(int row) {
    return events[row];
  }

  long amountOf(int row) {
    return amounts[row];
  }
}
