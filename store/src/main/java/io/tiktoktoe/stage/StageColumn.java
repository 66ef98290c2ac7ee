package io.tiktoktoe.stage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns of a stage relation, in order: what every file is turned into before the event log
 * validates it. Money stays text, or whole minor units where the sender gave those.
 */
public enum StageColumn {
  LINE("BIGINT"),
  ID("VARCHAR"),
  SOURCE("VARCHAR"),
  TIME("TIMESTAMP"),
  TIME_TEXT("VARCHAR"),
  TYPE("VARCHAR"),
  CREATOR("VARCHAR"),
  FAN("VARCHAR"),
  CONTENT("VARCHAR"),
  PRODUCT("VARCHAR"),
  AMOUNT_TEXT("VARCHAR"),
  AMOUNT_MINOR("BIGINT"),
  CURRENCY("VARCHAR"),
  FEE_TEXT("VARCHAR"),
  FEE_MINOR("BIGINT"),
  TAX_TEXT("VARCHAR"),
  TAX_MINOR("BIGINT"),
  QUANTITY("BIGINT"),
  REFERS_TO("VARCHAR"),
  STATE("VARCHAR"),
  COUNTRY("VARCHAR"),
  AGE_BAND("VARCHAR"),
  GENDER("VARCHAR"),
  DEVICE("VARCHAR"),
  WATCH_MS("BIGINT"),
  DURATION_MS("BIGINT"),
  COMPLETED("BOOLEAN"),
  VALUE("DOUBLE"),
  BILLING_INTERVAL("VARCHAR"),
  PAID_UNTIL("VARCHAR"),
  TRIAL("VARCHAR"),
  OTHER_FAN("VARCHAR"),
  ATTRIBUTES("VARCHAR"),
  RAW("VARCHAR"),
  ERROR_FIELD("VARCHAR"),
  ERROR_VALUE("VARCHAR"),
  ERROR_REASON("VARCHAR");

  private final String sqlType;

  StageColumn(String sqlType) {
    this.sqlType = sqlType;
  }

  /** Its SQL type. */
  public String sqlType() {
    return sqlType;
  }

  /** Its name in SQL. */
  public String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name that senders use: {@code amount} for {@code amount_text}. */
  public String field() {
    return switch (this) {
      case AMOUNT_TEXT -> "amount";
      case FEE_TEXT -> "fee";
      case TAX_TEXT -> "tax";
      // A word of SQL.
      case BILLING_INTERVAL -> "interval";
      default -> sqlName();
    };
  }

  /** Whether senders fill it; line, raw text and errors are the reader's. */
  public boolean isField() {
    return switch (this) {
      case LINE, TIME_TEXT, RAW, ERROR_FIELD, ERROR_VALUE, ERROR_REASON -> false;
      default -> true;
    };
  }

  /** The column that senders call {@code field}, if there is one. */
  public static Optional<StageColumn> ofField(String field) {
    return Arrays.stream(values())
        .filter(column -> column.isField() && column.field().equals(field))
        .findFirst();
  }

  /** Every field's name, as a message lists them. */
  public static String fields() {
    return Arrays.stream(values())
        .filter(StageColumn::isField)
        .map(StageColumn::field)
        .collect(Collectors.joining(", "));
  }
}
