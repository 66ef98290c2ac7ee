package io.tiktoktoe.connect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How staged events count, written down once more: gross, fees, reversals, costs, net. */
final class EventMoney {

  private static final Pattern SKIPPED = Pattern.compile("^(\\d+) rows? skipped: .*");

  private EventMoney() {}

  static BigDecimal amount(Map<String, String> row, String column) {
    String text = row.getOrDefault(column, "");
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  private static boolean is(Map<String, String> row, String type) {
    return type.equals(row.get("type"));
  }

  private static boolean won(Map<String, String> row) {
    return row.getOrDefault("attributes", "").contains("\"won\":\"true\"");
  }

  static int sale(Map<String, String> row) {
    return is(row, "refund") || is(row, "chargeback") || is(row, "cost") ? 0 : 1;
  }

  static int refund(Map<String, String> row) {
    return is(row, "refund") ? 1 : 0;
  }

  static int chargeback(Map<String, String> row) {
    return is(row, "chargeback") ? won(row) ? -1 : 1 : 0;
  }

  static int cost(Map<String, String> row) {
    return is(row, "cost") ? 1 : 0;
  }

  /** +1 where fee and tax are kept, -1 where they come back. */
  static int direction(Map<String, String> row) {
    return sale(row) > 0 || won(row) ? 1 : -1;
  }

  static BigDecimal net(List<Map<String, String>> rows) {
    BigDecimal net = BigDecimal.ZERO;
    for (Map<String, String> row : rows) {
      BigDecimal left =
          amount(row, "amount_text")
              .subtract(amount(row, "fee_text"))
              .subtract(amount(row, "tax_text"));
      net = direction(row) > 0 ? net.add(left) : net.subtract(left);
    }
    return net;
  }

  /** How many rows the notes say were left out. */
  static int skipped(List<String> notes) {
    int rows = 0;
    for (String note : notes) {
      Matcher matcher = SKIPPED.matcher(note);
      rows += matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
    return rows;
  }
}
