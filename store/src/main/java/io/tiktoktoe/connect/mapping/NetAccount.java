package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.file.WrongValueException;
import io.tiktoktoe.stage.StageColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds what becomes events against what a file itself says that its rows leave their owner: net in
 * the file = net taken in + net left out, per currency. What does not add up is told, never hidden.
 */
final class NetAccount {

  private final Optional<NetColumn> column;
  private final Map<String, BigDecimal> file = new TreeMap<>();
  private final Map<String, BigDecimal> taken = new TreeMap<>();
  private final Map<String, BigDecimal> leftOut = new TreeMap<>();
  private final Map<String, Map<String, BigDecimal>> reasons = new LinkedHashMap<>();

  NetAccount(Optional<NetColumn> column) {
    this.column = column;
  }

  /** A row became these events. */
  void took(Evaluation row, Collection<Map<StageColumn, String>> events) {
    if (net(row).isEmpty()) {
      return;
    }
    for (Map<StageColumn, String> event : events) {
      String currency = event.getOrDefault(StageColumn.CURRENCY, "");
      if (!currency.isEmpty()) {
        taken.merge(currency, net(event), BigDecimal::add);
      }
    }
  }

  /** Events of other rows hold what this one says. */
  void countedElsewhere(Evaluation row) {
    net(row);
  }

  /** A row was left out for this reason. */
  void leftOut(Evaluation row, String reason) {
    net(row)
        .ifPresent(
            net -> {
              leftOut.merge(net.currency(), net.amount(), BigDecimal::add);
              reasons
                  .computeIfAbsent(reason, key -> new TreeMap<>())
                  .merge(net.currency(), net.amount(), BigDecimal::add);
            });
  }

  private record Net(BigDecimal amount, String currency) {}

  private Optional<Net> net(Evaluation row) {
    if (column.isEmpty()) {
      return Optional.empty();
    }
    try {
      String amount = row.value(column.get().amount());
      String currency = row.value(column.get().currency());
      if (amount.isEmpty() || currency.isEmpty()) {
        return Optional.empty();
      }
      Net net = new Net(NumberFunctions.plain(amount), currency);
      file.merge(currency, net.amount(), BigDecimal::add);
      return Optional.of(net);
    } catch (WrongValueException e) {
      // A row that cannot be read says nothing of its net either; it is rejected with this reason.
      return Optional.empty();
    }
  }

  /** What an event leaves its creator: a reversal mirrors its sale, a cost goes out. */
  private static BigDecimal net(Map<StageColumn, String> event) {
    BigDecimal kept =
        amount(event, StageColumn.AMOUNT_TEXT)
            .subtract(amount(event, StageColumn.FEE_TEXT))
            .subtract(amount(event, StageColumn.TAX_TEXT));
    boolean back =
        switch (event.getOrDefault(StageColumn.TYPE, "")) {
          case "refund", "cost" -> true;
          case "chargeback" ->
              !event.getOrDefault(StageColumn.ATTRIBUTES, "").contains("\"won\":\"true\"");
          default -> false;
        };
    return back ? kept.negate() : kept;
  }

  private static BigDecimal amount(Map<StageColumn, String> event, StageColumn which) {
    String text = event.getOrDefault(which, "");
    return text.isEmpty() ? BigDecimal.ZERO : NumberFunctions.plain(text);
  }

  /** The net amounts of what was left out for a reason, such as {@code -9.41 USD}. */
  String leftOutAs(String reason) {
    return listed(reasons.getOrDefault(reason, Map.of()));
  }

  /** One sentence for each currency. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    file.forEach(
        (currency, net) -> {
          BigDecimal in = taken.getOrDefault(currency, BigDecimal.ZERO);
          BigDecimal out = leftOut.getOrDefault(currency, BigDecimal.ZERO);
          BigDecimal rest = net.subtract(in).subtract(out);
          notes.add(
              "net in the file %s %s = %s taken in, %s left out%s"
                  .formatted(
                      net.toPlainString(),
                      currency,
                      in.toPlainString(),
                      out.toPlainString(),
                      rest.signum() == 0
                          ? ""
                          : ", " + rest.toPlainString() + " that its rows do not explain"));
        });
    return notes;
  }

  private static String listed(Map<String, BigDecimal> amounts) {
    return String.join(
        ", ",
        amounts.entrySet().stream()
            .filter(entry -> entry.getValue().signum() != 0)
            .map(entry -> entry.getValue().toPlainString() + " " + entry.getKey())
            .toList());
  }
}
