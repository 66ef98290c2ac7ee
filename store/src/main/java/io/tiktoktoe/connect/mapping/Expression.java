package io.tiktoktoe.connect.mapping;

import java.util.List;
import java.util.stream.Stream;

/**
 * How one field is computed from a row: a column, a constant, or a function of those. Values are
 * texts; the empty text means "not there" and counts as false.
 */
public sealed interface Expression {

  /** The value of a column, or of a value that the format names. */
  record Column(String name) implements Expression {}

  /** The same text for every row. */
  record Constant(String text) implements Expression {}

  /** A function of further expressions. */
  record Call(Function function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** This expression and all within it. */
  default Stream<Expression> all() {
    return switch (this) {
      case Column column -> Stream.of(column);
      case Constant constant -> Stream.of(constant);
      case Call call ->
          Stream.concat(Stream.of(call), call.arguments().stream().flatMap(Expression::all));
    };
  }

  /** The names of the columns within it. */
  default Stream<String> columns() {
    return all().filter(Column.class::isInstance).map(part -> ((Column) part).name());
  }
}
