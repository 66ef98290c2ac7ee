package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.connect.mapping.Expression.Call;
import io.tiktoktoe.connect.mapping.FormatFile.EventRule;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.file.WrongValueException;
import io.tiktoktoe.stage.StageColumn;
import io.tiktoktoe.text.CurrencySigns;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a row's amounts can be what its format takes them for. */
final class AmountChecks {

  private static final List<StageColumn> KEPT = List.of(StageColumn.FEE_TEXT, StageColumn.TAX_TEXT);

  private AmountChecks() {}

  /**
   * Whoever maps a file can say what its negative rows are, and that it writes fees below zero.
   *
   * @throws WrongFieldException for a negative amount, and for a sale's negative fee or tax
   */
  static void signs(EventRule rule, Map<StageColumn, String> event) {
    String amount = event.getOrDefault(StageColumn.AMOUNT_TEXT, "");
    if (amount.startsWith("-")) {
      throw new WrongFieldException(
          StageColumn.AMOUNT_TEXT.field(),
          new WrongValueException(
              amount, "is negative: say negative:refund in --map, or cost, chargeback or skip"));
    }
    boolean sale = EventType.ofWireName(rule.type()).filter(type -> type.sign() > 0).isPresent();
    for (StageColumn column : KEPT) {
      String kept = event.getOrDefault(column, "");
      if (sale && kept.startsWith("-")) {
        throw new WrongFieldException(
            column.field(),
            new WrongValueException(
                kept,
                "is negative, and would add to the sale: where a file writes what was kept below"
                    + " zero, say minus('0', number(%s))=%s in --map"
                        .formatted(column(rule.fields().get(column)), column.field())));
      }
    }
  }

  /** The column that a field is read from, as it is written in {@code --map}. */
  private static String column(@Nullable Expression expression) {
    return expression == null ? "COLUMN" : expression.columns().findFirst().orElse("COLUMN");
  }

  /**
   * An amount that says its currency is of no other, whatever else says one.
   *
   * @throws WrongFieldException for the sign of another currency
   */
  static void unit(
      @Nullable Expression amount, Map<StageColumn, String> event, Evaluation evaluation) {
    String currency = event.getOrDefault(StageColumn.CURRENCY, "").toUpperCase(Locale.ROOT);
    if (currency.isEmpty()
        || !(amount instanceof Call call)
        || call.function() != Function.NUMBER
        || !event.containsKey(StageColumn.AMOUNT_TEXT)) {
      return;
    }
    String written = evaluation.value(call.arguments().getFirst());
    List<String> meant = CurrencySigns.currencies(CurrencySigns.unit(written));
    if (!meant.isEmpty() && !meant.contains(currency)) {
      throw new WrongFieldException(
          StageColumn.AMOUNT_TEXT.field(),
          new WrongValueException(written, "is no amount in " + currency));
    }
  }
}
