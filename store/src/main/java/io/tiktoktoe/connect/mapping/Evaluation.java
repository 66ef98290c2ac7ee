package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.connect.mapping.Expression.Call;
import io.tiktoktoe.connect.mapping.Expression.Column;
import io.tiktoktoe.connect.mapping.Expression.Constant;
import io.tiktoktoe.file.WrongValueException;
import io.tiktoktoe.text.FileRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes expressions on one row after another; the empty text is "not there". */
final class Evaluation {

  private final FormatFile format;
  private final FileContext file;
  private final Map<String, String> carried = new HashMap<>();
  private final Map<String, BigDecimal> exact = new HashMap<>();
  private final Map<String, Integer> occurrences = new HashMap<>();
  private final Map<String, String> computed = new HashMap<>();
  private final Map<Call, String> counted = new HashMap<>();
  private Map<String, String> resolved = Map.of();
  private String eventType = "";
  private FileRow row = FileRow.of(0, "", Map.of());

  Evaluation(FormatFile format, FileContext file) {
    this.format = format;
    this.file = file;
  }

  /** Goes to the next row. */
  void enter(FileRow next) {
    row = next;
    resolved = file.resolved(next);
    computed.clear();
    counted.clear();
  }

  /**
   * The value of {@code expression} on this row.
   *
   * @throws WrongValueException if a value cannot be read as what the expression says it is
   */
  String value(Expression expression) {
    return switch (expression) {
      case Constant constant -> constant.text();
      case Column column -> named(column.name());
      case Call call -> call(call);
    };
  }

  /** Whether it holds. */
  boolean holds(Expression condition) {
    return !value(condition).isEmpty();
  }

  /** Goes to the next event of the row, whose type {@code event_type} names. */
  void enterEvent(String type) {
    eventType = type;
  }

  private String named(String name) {
    if (name.equals("event_type")) {
      return eventType;
    }
    String found = computed.get(name);
    if (found == null) {
      Expression expression = format.values().get(name);
      // A name within its own definition means the column.
      computed.put(name, column(name));
      found = expression == null ? column(name) : value(expression);
      computed.put(name, found);
    }
    return found;
  }

  private String column(String name) {
    if (name.endsWith(".unit")) {
      String header = resolved.get(name.substring(0, name.length() - ".unit".length()));
      return header == null ? row.get(name) : ColumnNames.unit(header);
    }
    String header = resolved.get(name);
    return row.get(header == null ? name : header);
  }

  private String call(Call call) {
    List<Expression> arguments = call.arguments();
    return switch (call.function()) {
      case FIRST, ANY -> first(arguments);
      case IS -> matches(arguments, String::equals);
      case STARTS -> matches(arguments, String::startsWith);
      case CONTAINS -> matches(arguments, String::contains);
      case NOT -> holds(arguments.getFirst()) ? "" : "true";
      case ALL -> arguments.stream().allMatch(this::holds) ? "true" : "";
      case IF ->
          holds(arguments.getFirst())
              ? value(arguments.get(1))
              : arguments.size() > 2 ? value(arguments.get(2)) : "";
      case CHOOSE -> choose(arguments);
      case CARRY -> carry(arguments);
      case NTH, CUMULATIVE, GROUPED, SETTLE -> once(call);
      case ROW -> Texts.digest(row.values().values());
      case SAID_DAY -> file.saidDay();
      case HASH -> file.pseudonym(value(arguments.getFirst()));
      case TIME, DAY, EPOCH, MILLISECONDS, CLOCK ->
          TimeFunctions.compute(call.function(), values(arguments), file.dates());
      case NUMBER, COUNT, PLUS, MINUS, TIMES, DIVIDE, ROUND, POSITIVE, NEGATIVE ->
          NumberFunctions.compute(call.function(), values(arguments), file.numbers());
      case CURRENCY -> file.currency(value(arguments.getFirst()));
      case JOIN, TEXT, LOWER, AFTER, BEFORE, DIGEST, COUNTRY, UNIT ->
          Texts.compute(call.function(), values(arguments));
    };
  }

  private List<String> values(List<Expression> arguments) {
    return arguments.stream().map(this::value).toList();
  }

  private String first(List<Expression> arguments) {
    for (Expression argument : arguments) {
      String value = value(argument);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private interface Match {
    boolean test(String value, String wanted);
  }

  private String matches(List<Expression> arguments, Match match) {
    String value = value(arguments.getFirst());
    String plain = Texts.fold(value);
    return arguments.stream()
            .skip(1)
            .anyMatch(wanted -> match.test(plain, Texts.fold(value(wanted))))
        ? value
        : "";
  }

  /** {@code choose(value, key, result, key, result, otherwise)}. */
  private String choose(List<Expression> arguments) {
    String value = Texts.fold(value(arguments.getFirst()));
    for (int i = 1; i + 1 < arguments.size(); i += 2) {
      if (Texts.fold(value(arguments.get(i))).equals(value)) {
        return value(arguments.get(i + 1));
      }
    }
    return arguments.size() % 2 == 0 ? value(arguments.getLast()) : "";
  }

  /** The value, or the last one that was there for the same key. */
  private String carry(List<Expression> arguments) {
    String value = value(arguments.getFirst());
    String key = arguments.getFirst() + "\u0000" + value(arguments.get(1));
    if (value.isEmpty()) {
      return carried.getOrDefault(key, "");
    }
    carried.put(key, value);
    return value;
  }

  /** What moves on must do so once a row, however often it is asked. */
  private String once(Call call) {
    String known = counted.get(call);
    if (known == null) {
      known =
          switch (call.function()) {
            case NTH -> nth(call);
            case SETTLE -> settle(call);
            case GROUPED -> grouped(call);
            default -> step(call);
          };
      counted.put(call, known);
    }
    return known;
  }

  private String nth(Call call) {
    String key = call + "\u0000" + value(call.arguments().getFirst());
    return Integer.toString(occurrences.merge(key, 1, Integer::sum));
  }

  /** Rounds so that the sum stays right: what one row loses the next one gets. */
  private String settle(Call call) {
    String amount = value(call.arguments().getFirst());
    String currency = value(call.arguments().get(1));
    if (amount.isEmpty()) {
      return "";
    }
    String key = call + "\u0000" + currency;
    BigDecimal before = exact.getOrDefault(key, BigDecimal.ZERO);
    BigDecimal after = before.add(NumberFunctions.plain(amount));
    exact.put(key, after);
    return NumberFunctions.rounded(after, currency)
        .subtract(NumberFunctions.rounded(before, currency))
        .toPlainString();
  }

  /** The sum of a value over all rows with the same key, of which it may stand in another row. */
  private String grouped(Call call) {
    String value = value(call.arguments().getFirst());
    String key = value(call.arguments().get(1));
    return key.isEmpty() ? value : file.grouped(call, key, value);
  }

  private String step(Call call) {
    String total = value(call.arguments().getFirst());
    if (total.isEmpty()) {
      return "";
    }
    return file.totals(call, value(call.arguments().get(1)), new BigDecimal(total), row.line())
        .toPlainString();
  }
}
