package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.connect.mapping.Expression.Call;
import io.tiktoktoe.connect.mapping.Expression.Constant;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.file.UnreadableFileException.BadMapping;
import io.tiktoktoe.file.UnreadableFileException.BadOption;
import io.tiktoktoe.stage.StageColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people write after {@code --map}: {@code column=field,...}, with {@code field:text} for what
 * is the same in every row. The left side is a column, a {@code 'constant'} or an expression of
 * docs/formats.md; the right side is a field, or {@code type.field} when a row holds several
 * events. {@code negative:refund} says what rows with a negative amount are. The answer is the text
 * of a format's file, so that a mapping can be saved, read and refined.
 */
public final class MappingText {

  /** Says in one word what rows with a negative amount are. */
  private static final String NEGATIVE = "negative";

  private static final String SKIP = "skip";

  /** The section of rows that say their type themselves. */
  private static final String ANY_TYPE = "view";

  private static final List<String> MONEY = List.of("amount", "amount_minor");
  private static final List<String> SIGNED =
      List.of("amount", "amount_minor", "fee", "fee_minor", "tax", "tax_minor");

  private static final List<String> BACK = List.of("refund", "chargeback", "cost", SKIP);

  private static final String REMEDY =
      "Write {map} When=time,Gift=amount,currency:EUR,type:tip; see docs/formats.md.";

  private final Map<String, Map<String, String>> events = new LinkedHashMap<>();
  private final Map<String, String> every = new LinkedHashMap<>();
  private final String text;
  private final List<String> header;
  private Optional<String> negative = Optional.empty();

  private MappingText(String text, List<String> header) {
    this.text = text;
    this.header = header;
  }

  /**
   * The format's file for this mapping of a file with this header.
   *
   * @throws BadOption naming what cannot be understood
   */
  public static String toFormat(String name, String text, List<String> header, boolean json) {
    return taken(text, header).format(name, name, json);
  }

  /**
   * The format that this mapping is.
   *
   * @param source of rows, unless the mapping says it
   * @throws BadOption naming what cannot be understood
   */
  public static FormatFile parsed(
      String name, String source, String text, List<String> header, boolean json) {
    try {
      return FormatFileParser.parse(name, taken(text, header).format(name, source, json));
    } catch (BadOption e) {
      throw e;
    } catch (BadMapping e) {
      throw BadOption.of("map", text, e, REMEDY);
    }
  }

  private static MappingText taken(String text, List<String> header) {
    MappingText mapping = new MappingText(text, header);
    for (String part : mapping.parts()) {
      mapping.take(part);
    }
    return mapping;
  }

  /** Splits at commas outside quotes and parentheses. */
  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '\'' || c == '"') && startsValue(start, i)) {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /** A quote within a name, such as the column {@code 7" single}, is a character like others. */
  private boolean startsValue(int from, int quote) {
    String before = text.substring(from, quote).strip();
    return before.isEmpty() || before.endsWith("(") || before.endsWith(",");
  }

  private void take(String part) {
    int colon = part.indexOf(':');
    if (colon > 0 && part.substring(0, colon).strip().equals(NEGATIVE)) {
      negative = Optional.of(part.substring(colon + 1).strip());
      if (!BACK.contains(negative.get())) {
        throw bad("says negative:%s, which is none of: %s".formatted(negative.get(), BACK));
      }
      return;
    }
    if (colon > 0 && StageColumn.ofField(part.substring(0, colon).strip()).isPresent()) {
      String constant = part.substring(colon + 1).strip();
      every.put(part.substring(0, colon).strip(), "'" + constant.replace("'", "''") + "'");
      return;
    }
    int equals = part.lastIndexOf('=');
    if (equals < 1 || equals == part.length() - 1) {
      throw bad("has (" + part + "), which is not column=field");
    }
    String left = part.substring(0, equals).strip();
    String right = part.substring(equals + 1).strip();
    Optional<StageColumn> direct = StageColumn.ofField(right);
    if (direct.isPresent()) {
      every.put(right, expression(left, direct.get()));
      return;
    }
    int dot = right.lastIndexOf('.');
    String type = dot < 0 ? "" : right.substring(0, dot);
    String field = right.substring(dot + 1);
    if (type.equals("attributes")) {
      every.put(right, reference(left));
      return;
    }
    Optional<StageColumn> column = StageColumn.ofField(field);
    if (column.isEmpty() || EventType.ofWireName(type).isEmpty()) {
      throw bad(
          "maps to (" + right + "), which is none of: " + StageColumn.fields() + " or type.field");
    }
    events
        .computeIfAbsent(type, key -> new LinkedHashMap<>())
        .put(field, expression(left, column.get()));
  }

  /** The left side, read as its field needs it. */
  private String expression(String left, StageColumn column) {
    String reference = reference(left);
    if (reference.startsWith("'")) {
      return reference;
    }
    return switch (column) {
      case TIME ->
          reference.startsWith("time(") || reference.startsWith("epoch(")
              ? reference
              : "time(" + reference + ")";
      case AMOUNT_TEXT, FEE_TEXT, TAX_TEXT, VALUE ->
          header.contains(left) ? "number(" + reference + ")" : reference;
      case AMOUNT_MINOR, FEE_MINOR, TAX_MINOR, QUANTITY, WATCH_MS, DURATION_MS ->
          header.contains(left) ? "count(" + reference + ")" : reference;
      case COUNTRY -> "country(" + reference + ")";
      case CURRENCY -> header.contains(left) ? "currency(" + reference + ")" : reference;
      default -> reference;
    };
  }

  private String reference(String left) {
    if (header.contains(left)) {
      return '"' + left.replace("\"", "\"\"") + '"';
    }
    Expression expression;
    try {
      expression = ExpressionParser.parse(left, header::contains);
    } catch (IllegalArgumentException e) {
      throw bad("says: " + String.valueOf(e.getMessage()).replaceAll("\\.$", ""));
    }
    quotedColumn(expression)
        .ifPresent(
            name -> {
              throw bad(
                  ("has '%1$s' in quotes, which is this text in every row, and the file has a"
                          + " column (%1$s): write %2$s for the column, or field:%1$s for the text")
                      .formatted(name, columnAsWritten(name)));
            });
    expression
        .columns()
        .filter(name -> !header.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw bad(
                  "names the column ("
                      + name
                      + "), the file has: "
                      + PersonalColumns.listed(header)
                      + "; what is the same in every row is written field:text");
            });
    return left;
  }

  private static String columnAsWritten(String name) {
    return name.matches("[\\p{L}\\d _.-]+") ? name : '"' + name + '"';
  }

  /** A text in quotes that the writer took for a column, as the file has one of this name. */
  private Optional<String> quotedColumn(Expression expression) {
    Expression read = expression;
    while (read instanceof Call call && !call.arguments().isEmpty()) {
      read = call.arguments().getFirst();
    }
    return read instanceof Constant constant
        ? header.stream().filter(name -> name.equalsIgnoreCase(constant.text())).findFirst()
        : Optional.empty();
  }

  private String format(String name, String source, boolean json) {
    String type = every.getOrDefault("type", "");
    if (events.isEmpty()) {
      if (type.isEmpty()) {
        throw bad("does not say the type of event, such as type:tip");
      }
      boolean constant = type.startsWith("'");
      Map<String, String> fields = new LinkedHashMap<>();
      if (!constant) {
        fields.put("type", "lower(" + type + ")");
      }
      events.put(constant ? type.substring(1, type.length() - 1) : ANY_TYPE, fields);
    }
    every.remove("type");
    if (every.getOrDefault("id", "").startsWith("'")) {
      throw bad(
          "gives every row the id %s, which is one event: name the column that tells rows apart"
              .formatted(every.get("id")));
    }
    unitOfAmount().ifPresent(currency -> every.putIfAbsent("currency", currency));
    if (!every.containsKey("time")) {
      throw bad("maps no column to time");
    }
    every.putIfAbsent("source", "'" + source.replace("'", "''") + "'");
    every.putIfAbsent("id", "join(row(), nth(row()), event_type)");
    StringBuilder file = new StringBuilder("title = mapping " + name + "\n");
    file.append("kind = ").append(json ? "json" : "csv").append("\n\n[every event]\n");
    every.forEach((field, expression) -> line(file, field, expression));
    events.forEach((kind, fields) -> section(file, kind, fields));
    return file.toString();
  }

  /** Where nothing else says the currency, what stands beside the amounts does. */
  private Optional<String> unitOfAmount() {
    return Optional.ofNullable(every.get("amount"))
        .filter(amount -> amount.startsWith("number(\""))
        .map(amount -> "currency(unit" + amount.substring("number".length()) + ")");
  }

  private void section(StringBuilder file, String type, Map<String, String> fields) {
    Optional<String> amount =
        MONEY.stream()
            .map(field -> money(field, fields))
            .filter(text -> !text.isEmpty())
            .findFirst();
    if (negative.isPresent() && amount.isEmpty()) {
      throw bad("says what negative amounts are and maps no column to amount");
    }
    file.append("\n[event ").append(type).append("]\n");
    if (fields.containsKey("amount")) {
      line(file, "when", "positive(" + fields.get("amount") + ")");
    } else if (fields.containsKey("quantity")) {
      line(file, "when", "positive(" + fields.get("quantity") + ")");
    } else if (negative.isPresent()) {
      line(file, "when", "not(negative(" + amount.get() + "))");
    }
    fields.forEach((field, expression) -> line(file, field, expression));
    if (negative.filter(kind -> !kind.equals(SKIP)).isPresent()) {
      reversal(file, type, fields, amount.get());
    }
  }

  private String money(String field, Map<String, String> fields) {
    return fields.getOrDefault(field, every.getOrDefault(field, ""));
  }

  /** The rows whose amount is negative, with the signs of all their amounts turned round. */
  private void reversal(
      StringBuilder file, String type, Map<String, String> fields, String amount) {
    file.append("\n[event ").append(negative.get()).append("]\n");
    line(file, "when", "negative(" + amount + ")");
    fields.forEach(
        (field, expression) -> {
          if (!field.equals("type")) {
            line(file, field, expression);
          }
        });
    for (String field : SIGNED) {
      String value = money(field, fields);
      if (!value.isEmpty()) {
        line(file, field, "minus('0', " + value + ")");
      }
    }
    if (!type.equals(ANY_TYPE) || fields.containsKey("amount")) {
      line(file, "attributes.stream", "'" + stream(type) + "'");
    }
  }

  private static String stream(String type) {
    return switch (type) {
      case "subscription.started", "subscription.renewed" -> "subscriptions";
      case "ad.revenue", "brand.deal" -> "advertising";
      case "merch.order" -> "merchandise";
      default -> "tips";
    };
  }

  private static void line(StringBuilder file, String name, String value) {
    file.append(name).append(" = ").append(value).append('\n');
  }

  private BadOption bad(String problem) {
    return BadOption.given("map", text, problem, REMEDY);
  }
}
