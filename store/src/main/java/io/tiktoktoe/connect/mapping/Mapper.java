package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.connect.mapping.Expression.Call;
import io.tiktoktoe.connect.mapping.FormatFile.EventRule;
import io.tiktoktoe.file.WrongValueException;
import io.tiktoktoe.personal.PersonalData;
import io.tiktoktoe.stage.StageColumn;
import io.tiktoktoe.text.FileRow;
import io.tiktoktoe.text.FileRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the rows of a file into events as its format says, one row at a time. */
public final class Mapper {

  /** Values looked at to see how a file writes numbers and dates. */
  private static final int MAX_SAMPLES = 100_000;

  private final FormatFile format;
  private final FileContext file;
  private final ReadOptions options;
  private final PersonalColumns personal;
  private final List<String> header;
  private final List<Call> totals;
  private final Map<String, Long> skipped = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private long events;
  private long withoutCreator;

  public Mapper(FormatFile format, FileContext file, List<String> header, ReadOptions options) {
    this.format = format;
    this.file = file;
    this.header = header;
    this.options = options;
    this.personal = new PersonalColumns(format, file);
    this.totals =
        format
            .expressions()
            .flatMap(Expression::all)
            .filter(Mapper::isCumulative)
            .map(Call.class::cast)
            .distinct()
            .toList();
  }

  /** Opens the file anew; a mapping may need to see it more than once. */
  public interface Source {
    FileRows open() throws IOException;
  }

  /** Writes the events of all rows. */
  public void map(Source source, StageFile stage) throws IOException {
    if (!format.json()) {
      learnStyle(source);
    }
    if (!totals.isEmpty()) {
      learnTotals(source);
    }
    Evaluation evaluation = new Evaluation(format, file);
    try (FileRows rows = source.open()) {
      for (Optional<FileRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        options.cancellation().check();
        mapRow(row.get(), evaluation, stage);
      }
    }
    skipped.forEach(
        (reason, count) ->
            notes.add(count + (count == 1 ? " row" : " rows") + " skipped: " + reason));
  }

  /** What a person should know. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Whether there were events and none of them said whose it is. */
  public boolean lacksCreators() {
    return events > 0 && withoutCreator == events;
  }

  private static boolean isCumulative(Expression expression) {
    return expression instanceof Call call && call.function() == Function.CUMULATIVE;
  }

  private void learnStyle(Source source) throws IOException {
    List<Expression> numbers = new ArrayList<>();
    List<Expression> dates = new ArrayList<>();
    format
        .expressions()
        .flatMap(Expression::all)
        .forEach(
            part -> {
              if (part instanceof Call call
                  && (call.function().readsNumber() || call.function().readsDate())) {
                (call.function().readsNumber() ? numbers : dates).add(call.arguments().getFirst());
              }
            });
    List<String> numberSamples = new ArrayList<>();
    List<String> dateSamples = new ArrayList<>();
    Evaluation evaluation = new Evaluation(format, file);
    try (FileRows rows = source.open()) {
      for (Optional<FileRow> row = rows.next();
          row.isPresent() && numberSamples.size() + dateSamples.size() < MAX_SAMPLES;
          row = rows.next()) {
        evaluation.enter(row.get());
        numbers.forEach(part -> sample(evaluation, part, numberSamples));
        dates.forEach(part -> sample(evaluation, part, dateSamples));
      }
    }
    file.learn(numberSamples, dateSamples);
  }

  private static void sample(Evaluation evaluation, Expression part, List<String> samples) {
    try {
      String value = evaluation.value(part);
      if (!value.isEmpty()) {
        samples.add(value);
      }
    } catch (WrongValueException e) {
      // A sample only: the row is rejected with this reason when it is mapped.
      return;
    }
  }

  private void learnTotals(Source source) throws IOException {
    Evaluation evaluation = new Evaluation(format, file);
    try (FileRows rows = source.open()) {
      for (Optional<FileRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        options.cancellation().check();
        evaluation.enter(row.get());
        if (row.get().problem().isEmpty() && skipReason(evaluation).isEmpty()) {
          totals.forEach(total -> sample(evaluation, total, new ArrayList<>()));
        }
      }
    }
    List<Long> aside = file.solveTotals();
    if (!aside.isEmpty()) {
      notes.add(
          "%d running totals contradict the others and were set aside (lines %s%s); every sum ends at its last total"
              .formatted(
                  aside.size(),
                  aside
                      .subList(0, Math.min(10, aside.size()))
                      .toString()
                      .replaceAll("[\\[\\]]", ""),
                  aside.size() > 10 ? ", ..." : ""));
    }
  }

  private void mapRow(FileRow row, Evaluation evaluation, StageFile stage) throws IOException {
    if (!row.problem().isEmpty()) {
      String kept = personal.broken(row, header);
      reject(row, "line", kept, row.problem(), kept, stage);
      return;
    }
    evaluation.enter(row);
    List<Map<StageColumn, String>> found = new ArrayList<>();
    String field = "row";
    try {
      Optional<String> skip = skipReason(evaluation);
      if (skip.isPresent()) {
        skipped.merge(skip.get(), 1L, Long::sum);
        return;
      }
      totalsMoveOn(evaluation);
      for (EventRule rule : format.events()) {
        field = rule.type();
        evaluation.enterEvent(rule.type());
        if (evaluation.holds(rule.when())) {
          found.add(event(rule, row, evaluation));
        }
      }
    } catch (WrongFieldException e) {
      reject(row, e.field(), e.value(), e.reason(), personal.raw(row), stage);
      return;
    } catch (WrongValueException e) {
      reject(row, field, e.value(), String.valueOf(e.getMessage()), personal.raw(row), stage);
      return;
    }
    if (found.isEmpty()) {
      skipped.merge("nothing happened in them", 1L, Long::sum);
    }
    for (Map<StageColumn, String> event : found) {
      events++;
      withoutCreator += event.containsKey(StageColumn.CREATOR) ? 0 : 1;
      stage.write(row.line(), event);
    }
  }

  /** A total moves on with each row, also where no event asks for its step. */
  private void totalsMoveOn(Evaluation evaluation) {
    totals.forEach(total -> sample(evaluation, total, new ArrayList<>()));
  }

  private Optional<String> skipReason(Evaluation evaluation) {
    for (Map.Entry<String, Expression> skip : format.skips().entrySet()) {
      if (evaluation.holds(skip.getValue())) {
        return Optional.of(skip.getKey());
      }
    }
    return Optional.empty();
  }

  private Map<StageColumn, String> event(EventRule rule, FileRow row, Evaluation evaluation) {
    Map<StageColumn, String> event = new EnumMap<>(StageColumn.class);
    rule.fields().forEach((column, expression) -> field(column, expression, evaluation, event));
    for (StageColumn column : StageColumn.values()) {
      options.defaultOf(column).ifPresent(value -> event.putIfAbsent(column, value));
    }
    if (event.containsKey(StageColumn.AMOUNT_TEXT) || event.containsKey(StageColumn.AMOUNT_MINOR)) {
      options.currency().ifPresent(code -> event.putIfAbsent(StageColumn.CURRENCY, code));
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    rule.attributes()
        .forEach(
            (name, expression) ->
                attributes.put(name, attribute(expression, row, evaluation.value(expression))));
    attributes.values().removeIf(String::isEmpty);
    if (!attributes.isEmpty()) {
      event.put(StageColumn.ATTRIBUTES, Texts.json(attributes));
    }
    if (!format.personal()) {
      event.put(StageColumn.RAW, personal.raw(row));
    }
    return event;
  }

  /** What a format for persons takes as an attribute was chosen by its author. */
  private String attribute(Expression expression, FileRow row, String value) {
    return format.personal() ? value : personal.attribute(expression, row, value);
  }

  private static void field(
      StageColumn column,
      Expression expression,
      Evaluation evaluation,
      Map<StageColumn, String> event) {
    try {
      String value = evaluation.value(expression);
      if (!value.isEmpty()) {
        event.put(column, StageFile.checked(column, value));
      }
    } catch (WrongValueException e) {
      throw new WrongFieldException(column.field(), e);
    }
  }

  private void reject(
      FileRow row, String field, String value, String reason, String raw, StageFile stage)
      throws IOException {
    Map<StageColumn, String> event = new EnumMap<>(StageColumn.class);
    event.put(StageColumn.ERROR_FIELD, field);
    event.put(StageColumn.ERROR_REASON, reason);
    if (!format.personal()) {
      // Hidden before it is cut: half an address is not recognised.
      String shown = PersonalData.hidden(personal.shown(row, value));
      event.put(StageColumn.ERROR_VALUE, shown.length() > 200 ? shown.substring(0, 200) : shown);
      event.put(StageColumn.RAW, raw);
    }
    stage.write(row.line(), event);
  }

  /** A wrong value and the field it was meant for. */
  private static final class WrongFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;

    WrongFieldException(String field, WrongValueException cause) {
      super(cause.getMessage(), cause, false, false);
      this.field = field;
      this.value = cause.value();
    }

    String field() {
      return field;
    }

    String value() {
      return value;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }
}
