package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.connect.mapping.Expression.Call;
import io.tiktoktoe.connect.mapping.Expression.Constant;
import io.tiktoktoe.connect.mapping.FormatFile.EventRule;
import io.tiktoktoe.file.WrongValueException;
import io.tiktoktoe.personal.PersonalData;
import io.tiktoktoe.stage.StageColumn;
import io.tiktoktoe.text.DateText;
import io.tiktoktoe.text.FileRow;
import io.tiktoktoe.text.FileRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Turns the rows of a file into events as its format says, one row at a time. */
public final class Mapper {

  /** Values looked at to see how a file writes numbers and dates. */
  private static final int MAX_SAMPLES = 100_000;

  private static final String REJECTED = "rejected";

  /** A short last row, as some reports have one. */
  private static final Pattern TOTALS =
      Pattern.compile("\"?(totals?|total_\\w+|gesamt|summe|totales|totaux)\"?\\s*([,;\\t|]|$)");

  private final FormatFile format;
  private final FileContext file;
  private final ReadOptions options;
  private final PersonalColumns personal;
  private final List<String> header;
  private final List<Call> totals;
  private final List<Call> groups;
  private final Map<String, Long> skipped = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final NetAccount net;
  private long events;
  private long withoutCreator;

  public Mapper(FormatFile format, FileContext file, List<String> header, ReadOptions options) {
    this.format = format;
    this.file = file;
    this.header = header;
    this.options = options;
    this.personal = new PersonalColumns(format, file);
    this.net = new NetAccount(format.net());
    this.totals =
        format
            .expressions()
            .flatMap(Expression::all)
            .filter(Call.class::isInstance)
            .map(Call.class::cast)
            .filter(call -> call.function() == Function.CUMULATIVE)
            .distinct()
            .toList();
    this.groups =
        format
            .expressions()
            .flatMap(Expression::all)
            .filter(Call.class::isInstance)
            .map(Call.class::cast)
            .filter(call -> call.function() == Function.GROUPED)
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
    if (!totals.isEmpty() || !groups.isEmpty()) {
      learnTotals(source);
    }
    Evaluation evaluation = new Evaluation(format, file);
    try (FileRows rows = source.open()) {
      for (Optional<FileRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        options.cancellation().check();
        mapRow(row.get(), evaluation, stage);
      }
    }
    skipped.forEach((reason, count) -> notes.add(skipNote(reason, count)));
    notes.addAll(net.notes());
  }

  private String skipNote(String reason, long count) {
    String amounts = net.leftOutAs(reason);
    return "%d %s skipped: %s%s"
        .formatted(
            count,
            count == 1 ? "row" : "rows",
            reason,
            amounts.isEmpty()
                ? ""
                : " (net " + amounts + "; what of it is income comes in with --map)");
  }

  /** What a person should know. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Whether there were events and none of them said whose it is. */
  public boolean lacksCreators() {
    return events > 0 && withoutCreator == events;
  }

  private void learnStyle(Source source) throws IOException {
    List<Expression> numbers = argumentsOf(call -> call.function().readsNumber());
    List<Expression> dates = argumentsOf(Mapper::recognisesDate);
    List<Expression> currencies = argumentsOf(call -> call.function().readsCurrency());
    List<String> numberSamples = new ArrayList<>();
    List<String> dateSamples = new ArrayList<>();
    Set<String> currencySamples = new HashSet<>();
    Evaluation evaluation = new Evaluation(format, file);
    try (FileRows rows = source.open()) {
      for (Optional<FileRow> row = rows.next();
          row.isPresent() && numberSamples.size() + dateSamples.size() < MAX_SAMPLES;
          row = rows.next()) {
        evaluation.enter(row.get());
        numbers.forEach(part -> sample(evaluation, part, numberSamples));
        dates.forEach(part -> sample(evaluation, part, dateSamples));
        currencies.forEach(part -> sample(evaluation, part, currencySamples));
      }
    }
    file.learn(numberSamples, dateSamples, currencySamples);
  }

  /** Whether it says no pattern, or a usual order only: what its dates prove may be used then. */
  private static boolean recognisesDate(Call call) {
    return call.function().readsDate()
        && call.arguments().stream()
            .skip(1)
            .allMatch(
                said ->
                    !(said instanceof Constant constant)
                        || Zones.named(constant.text()).isPresent()
                        || DateText.isOrder(List.of(constant.text())));
  }

  /** What these calls read, wherever the format makes them. */
  private List<Expression> argumentsOf(Predicate<Call> which) {
    return format
        .expressions()
        .flatMap(Expression::all)
        .filter(Call.class::isInstance)
        .map(Call.class::cast)
        .filter(which)
        .map(call -> call.arguments().getFirst())
        .distinct()
        .toList();
  }

  private static void sample(Evaluation evaluation, Expression part, Collection<String> samples) {
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
        if (row.get().problem().isEmpty()) {
          groups.forEach(group -> sample(evaluation, group, new ArrayList<>()));
        }
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
    if (!row.problem().isEmpty() && TOTALS.matcher(Texts.fold(row.raw())).lookingAt()) {
      skipped.merge("the row of totals", 1L, Long::sum);
      return;
    }
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
        skip(skip.get(), evaluation);
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
      net.leftOut(evaluation, REJECTED);
      reject(row, e.field(), e.value(), e.reason(), personal.raw(row), stage);
      return;
    } catch (WrongValueException e) {
      net.leftOut(evaluation, REJECTED);
      reject(row, field, e.value(), String.valueOf(e.getMessage()), personal.raw(row), stage);
      return;
    }
    if (found.isEmpty()) {
      skip("nothing happened in them", evaluation);
      return;
    }
    net.took(evaluation, found);
    for (Map<StageColumn, String> event : found) {
      events++;
      withoutCreator += event.containsKey(StageColumn.CREATOR) ? 0 : 1;
      stage.write(row.line(), event);
    }
  }

  private void skip(String reason, Evaluation evaluation) {
    skipped.merge(reason, 1L, Long::sum);
    if (format.elsewhere().contains(reason)) {
      net.countedElsewhere(evaluation);
    } else {
      net.leftOut(evaluation, reason);
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
    AmountChecks.unit(rule.fields().get(StageColumn.AMOUNT_TEXT), event, evaluation);
    if (options.mapping().isPresent()) {
      AmountChecks.signs(rule, event);
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
}
