package io.tiktoktoe.store.ingest;

import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.model.Sql;
import java.util.stream.Collectors;

/** Pieces of SQL that several files share, written once. */
public final class Fragments {

  /** What an event says, beyond its id: two deliveries are duplicates when all of it is equal. */
  static final String BODY = body("e.fan, e.other_fan, ", ", e.attributes");

  /** What an event says but for its person: so it is known again once that is erased. */
  static final String ANONYMOUS = body("", "");

  private static String body(String fan, String attributes) {
    return "hash(e.time, e.type, e.creator, "
        + fan
        + "e.content, e.product, e.audience, e.amount, e.fee, e.tax, e.currency, e.quantity,"
        + " e.state, e.refers_to, e.gifted, e.won, e.watch_ms, e.duration_ms, e.completed, e.value,"
        + " e.billing_interval, e.paid_until, e.trial"
        + attributes
        + ")";
  }

  /** What the rollups need of an event. */
  public static final String COLUMNS =
      "e.creator, e.time, e.type, e.stream, e.audience, e.amount, e.fee, e.tax, e.currency,"
          + " e.quantity, e.state, e.won, e.watch_ms, e.completed";

  /**
   * +1 for a sale; a reversal mirrors its sale, and one that was won back mirrors the mirror. A
   * cost goes out like a reversal and has neither fee nor tax.
   */
  private static final String DIRECTION =
      "e.sign * CASE WHEN e.type < 'refund'::event_type THEN 1 WHEN e.won THEN 1 ELSE -1 END";

  static final String GROSS =
      sum("CASE WHEN e.type < 'refund'::event_type THEN e.sign * e.amount ELSE 0 END");

  static final String NET = sum("(" + DIRECTION + ") * (e.amount::HUGEINT - e.fee - e.tax)");

  /** The columns of {@code revenue_rollup} from signed events. */
  public static final String REVENUE =
      String.join(
          ", ",
          "e.creator",
          "time_bucket(INTERVAL 15 MINUTE, e.time) AS bucket",
          "e.stream",
          "e.audience",
          "e.state",
          "e.currency",
          GROSS + " AS gross",
          sum("(" + DIRECTION + ") * e.fee") + " AS fee",
          sum("(" + DIRECTION + ") * e.tax") + " AS tax",
          sum("CASE WHEN e.type = 'refund' THEN e.sign * e.amount ELSE 0 END") + " AS refunds",
          sum("CASE WHEN e.type = 'chargeback' THEN -(" + DIRECTION + ") * e.amount ELSE 0 END")
              + " AS chargebacks",
          sum("CASE WHEN e.type < 'refund'::event_type THEN e.sign * e.quantity ELSE 0 END")
              + " AS quantity",
          "CAST(sum(CASE WHEN e.type < 'refund'::event_type THEN e.sign ELSE 0 END) AS BIGINT) AS"
              + " sales",
          sum("CASE WHEN e.type = 'cost' THEN e.sign * e.amount ELSE 0 END") + " AS costs");

  /**
   * The columns of {@code audience_rollup} from events, whose versions never differ in behaviour.
   */
  public static final String AUDIENCE =
      String.join(
          ", ",
          "e.creator",
          "time_bucket(INTERVAL 15 MINUTE, e.time) AS bucket",
          "e.type",
          "e.audience",
          "count(*) AS events",
          "CAST(sum(e.quantity) AS BIGINT) AS interactions",
          "CAST(coalesce(sum(e.watch_ms), 0) AS BIGINT) AS watch_ms",
          "count(*) FILTER (e.completed) AS completed");

  /** Every column of a stage relation by its name as a reject keeps it, for {@code struct_pack}. */
  static final String PACK =
      StageRelation.COLUMNS.entrySet().stream()
          .filter(column -> !column.getKey().equals("raw") && !column.getKey().equals("line"))
          .map(column -> column.getKey() + " := " + packed(column.getKey(), column.getValue()))
          .collect(Collectors.joining(", "));

  /** A decimal number, not one that begins as telephone numbers do. */
  private static final String DECIMAL =
      "\\s*[+-]?((0[0-9]{0,5}|[1-9][0-9]{0,44})\\.?[0-9]{0,44}|\\.[0-9]{1,44})\\s*";

  private static final String MOMENT = "[0-9TZtz:.+ -]{4,40}";

  private Fragments() {}

  private static String packed(String column, String type) {
    String value = "r." + column;
    return switch (column) {
      // Numbers of orders look like telephone numbers.
      case "id", "refers_to" ->
          sealed("hidden_row", column, "event_id(r.source, %s)".formatted(value));
      case "creator" -> sealed("hidden", column, "keyed('c', r.creator)");
      case "fan", "other_fan" ->
          "sealed(names_person(%1$s), %1$s, keyed('f', %1$s))".formatted(value);
      case "content" -> sealed("hidden", column, "keyed('o', r.content)");
      case "product" -> sealed("hidden", column, "keyed('p', r.product)");
      case "type" -> formed(value, "[a-z]+([._][a-z]+)*");
      case "amount_text", "fee_text", "tax_text" -> formed(value, DECIMAL);
      case "currency" -> formed(value, "[A-Za-z]{3}");
      case "country" -> formed(value, "[A-Za-z]{2}");
      case "state" -> formed(value, "estimated|final|paid");
      case "time_text", "paid_until" -> formed(value, MOMENT);
      case "billing_interval" -> formed(value, "P[0-9YMWD]{2,20}");
      case "trial" -> formed(value, "(?i)true|false|[01]");
      default -> type.equals("VARCHAR") ? "hidden(" + value + ")" : value;
    };
  }

  private static String sealed(String hiding, String column, String hashed) {
    return "sealed(%1$s(r.%2$s) <> r.%2$s, r.%2$s, %3$s)".formatted(hiding, column, hashed);
  }

  private static String formed(String value, String form) {
    return "formed(%s, %s)".formatted(value, Sql.literal(form));
  }

  private static String sum(String term) {
    return "CAST(coalesce(sum(" + term + "), 0) AS DECIMAL(38,0))";
  }
}
