package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.connect.mapping.Expression.Call;
import io.tiktoktoe.personal.Pseudonyms;
import io.tiktoktoe.text.DateText;
import io.tiktoktoe.text.FileRow;
import io.tiktoktoe.text.NumberStyle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holds for a file as a whole: its names, how it writes numbers and dates, its totals. */
public final class FileContext {

  /** Shapes of JSON objects remembered at a time. */
  public static final int MAX_SHAPES = 1000;

  private final ColumnNames names;
  private final Map<Set<String>, Map<String, String>> byShape = new HashMap<>();
  private final Optional<Map<String, String>> header;
  private final Optional<Pseudonyms> persons;
  private NumberStyle numbers;
  private DateText dates = DateText.provenBy(List.of());
  private final Map<String, Cumulative> totals = new LinkedHashMap<>();
  private final Map<String, String> pseudonyms = new HashMap<>();
  private boolean solved;

  public FileContext(
      ColumnNames names, List<String> header, NumberStyle numbers, Optional<Pseudonyms> persons) {
    this.names = names;
    this.header = header.isEmpty() ? Optional.empty() : Optional.of(names.resolve(header));
    this.numbers = numbers;
    this.persons = persons;
  }

  /** Which of the file's names the format's names mean on this row. */
  public Map<String, String> resolved(FileRow row) {
    return header.orElseGet(
        () -> {
          if (byShape.size() > MAX_SHAPES) {
            byShape.clear();
          }
          return byShape.computeIfAbsent(Set.copyOf(row.values().keySet()), names::resolve);
        });
  }

  NumberStyle numbers() {
    return numbers;
  }

  DateText dates() {
    return dates;
  }

  /** Takes the way of writing numbers and dates that the samples prove. */
  void learn(List<String> numberSamples, List<String> dateSamples) {
    numbers = NumberStyle.of(numberSamples, numbers);
    dates = DateText.provenBy(dateSamples);
  }

  /** A name that cannot be traced to {@code text} without the key; nothing without a key. */
  String pseudonym(String text) {
    return text.isEmpty() || persons.isEmpty()
        ? ""
        : pseudonyms.computeIfAbsent(text, plain -> persons.get().of(plain));
  }

  /** Takes a running total, or gives its step once all are known. */
  BigDecimal totals(Call call, String key, BigDecimal total, long line) {
    Cumulative sequence = totals.computeIfAbsent(call + "\u0000" + key, unused -> new Cumulative());
    if (solved) {
      return sequence.step();
    }
    sequence.add(total, line);
    return BigDecimal.ZERO;
  }

  /** Computes all steps; returns the lines whose totals contradict the others. */
  List<Long> solveTotals() {
    List<Long> aside = new ArrayList<>();
    totals.values().forEach(sequence -> aside.addAll(sequence.solve()));
    solved = true;
    return aside.stream().sorted().distinct().toList();
  }
}
