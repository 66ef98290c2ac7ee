package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.connect.mapping.Expression.Call;
import io.tiktoktoe.file.UnreadableFileException.BadMapping;
import io.tiktoktoe.file.WrongValueException;
import io.tiktoktoe.personal.Pseudonyms;
import io.tiktoktoe.text.CurrencySigns;
import io.tiktoktoe.text.DateText;
import io.tiktoktoe.text.FileRow;
import io.tiktoktoe.text.NumberStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holds for a file as a whole: its names, how it writes numbers and dates, its totals. */
public final class FileContext {

  /** Currencies that a message names. */
  private static final int SIGNS_SHOWN = 4;

  /** Shapes of JSON objects remembered at a time. */
  public static final int MAX_SHAPES = 1000;

  private final ColumnNames names;
  private final Map<Set<String>, Map<String, String>> byShape = new HashMap<>();
  private final Optional<Map<String, String>> header;
  private final Optional<Pseudonyms> persons;
  private final ReadOptions said;
  private final String name;
  private NumberStyle numbers;
  private DateText dates;
  private final Map<String, Cumulative> totals = new LinkedHashMap<>();
  private final Map<String, BigDecimal> groups = new HashMap<>();
  private final Map<String, String> pseudonyms = new HashMap<>();
  private boolean solved;
  private boolean qualified;

  public FileContext(
      ColumnNames names,
      List<String> header,
      NumberStyle numbers,
      Optional<Pseudonyms> persons,
      ReadOptions said,
      String name) {
    this.names = names;
    this.header = header.isEmpty() ? Optional.empty() : Optional.of(names.resolve(header));
    this.numbers = numbers;
    this.persons = persons;
    this.said = said;
    this.name = name;
    this.dates = DateText.provenBy(List.of(), said.dates());
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

  /**
   * Takes the way of writing numbers, dates and currencies that the samples prove.
   *
   * @throws WrongValueException if they prove two ways of writing numbers
   * @throws BadMapping if the dates name no year, and nobody said it
   */
  void learn(List<String> numberSamples, List<String> dateSamples, Set<String> currencySamples) {
    numbers = NumberStyle.of(numberSamples, numbers);
    dates = DateText.provenBy(dateSamples, said.dates());
    dates
        .withoutYear(dateSamples)
        .ifPresent(
            date -> {
              throw new BadMapping(
                  name,
                  "has dates without a year, such as " + date,
                  "Say it with {year}: the year in which the file ends.");
            });
    qualified = currencySamples.stream().anyMatch(CurrencySigns::isQualified);
  }

  /**
   * The ISO 4217 code that a code or a sign means in this file; a text that is none stays.
   *
   * @throws WrongValueException if a sign is of several currencies and nothing says which
   */
  String currency(String text) {
    List<String> meant = CurrencySigns.currencies(text);
    if (meant.size() <= 1) {
      return meant.isEmpty() ? text.strip().toUpperCase(Locale.ROOT) : meant.getFirst();
    }
    if (said.currency().filter(code -> meant.contains(code.toUpperCase(Locale.ROOT))).isPresent()) {
      return said.currency().get().toUpperCase(Locale.ROOT);
    }
    String bare = CurrencySigns.unqualified(text);
    if (qualified && !bare.isEmpty()) {
      return bare;
    }
    throw new WrongValueException(
        text,
        "is the sign of %s%s: say which with --currency %s"
            .formatted(
                String.join(", ", meant.subList(0, Math.min(SIGNS_SHOWN, meant.size()))),
                meant.size() > SIGNS_SHOWN ? " and others" : "",
                meant.getFirst()));
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

  /** Takes a value of a group, or gives the group's sum once all are known. */
  String grouped(Call call, String key, String value) {
    String group = call + "\u0000" + key;
    if (!solved && !value.isEmpty()) {
      groups.merge(group, NumberFunctions.plain(value), BigDecimal::add);
    }
    BigDecimal sum = solved ? groups.get(group) : null;
    return sum == null ? "" : sum.toPlainString();
  }

  /**
   * The day that was said for rows that name none.
   *
   * @throws WrongValueException if none was
   */
  String saidDay() {
    return said.dates()
        .day()
        .map(LocalDate::toString)
        .orElseThrow(
            () ->
                new WrongValueException(
                    "",
                    "names no day: say the last one of the file's period, as in --day 2026-01-31"));
  }

  /** Computes all steps; returns the lines whose totals contradict the others. */
  List<Long> solveTotals() {
    List<Long> aside = new ArrayList<>();
    totals.values().forEach(sequence -> aside.addAll(sequence.solve()));
    solved = true;
    return aside.stream().sorted().distinct().toList();
  }
}
