package io.tiktoktoe.revenue.change;

import io.tiktoktoe.revenue.cells.Amounts;
import io.tiktoktoe.revenue.insight.ChangeDrivers;
import io.tiktoktoe.revenue.insight.ChangeLine;
import io.tiktoktoe.revenue.insight.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says a change in few sentences: how much, whether chance does that, who made it and how. */
record ChangeSentences(Amounts amounts) {

  List<String> of(
      ChangeLine total,
      double calendar,
      Map<Dimension, List<ChangeLine>> byDimension,
      ChangeDrivers drivers) {
    List<String> sentences = new ArrayList<>();
    sentences.add(headline(total));
    if (Math.abs(calendar) >= Math.max(1, Math.abs(total.change()) * 0.1)) {
      sentences.add("Weekdays alone would have changed it by " + amounts.signed(calendar) + ".");
    }
    for (Dimension dimension : Dimension.values()) {
      List<ChangeLine> signals =
          byDimension.getOrDefault(dimension, List.of()).stream()
              .filter(ChangeLine::signal)
              .limit(3)
              .toList();
      if (!signals.isEmpty()) {
        sentences.add(
            "By "
                + dimension.label()
                + ", beyond chance: "
                + String.join(", ", signals.stream().map(this::group).toList())
                + ".");
      }
    }
    if (total.change() != 0) {
      sentences.add(drivers(drivers));
    }
    return sentences;
  }

  private String headline(ChangeLine total) {
    String judged;
    if (total.pValue() == 1 && total.change() != 0) {
      judged = "; the history is too short to tell it from chance.";
    } else if (total.signal()) {
      judged = "; chance alone rarely moves it that far.";
    } else {
      judged = "; chance alone moves it that far often.";
    }
    return "Net income went from %s to %s (%s)%s"
        .formatted(
            amounts.exact(total.before()),
            amounts.exact(total.after()),
            amounts.signed(total.change()),
            total.change() == 0 ? "." : judged);
  }

  private String group(ChangeLine line) {
    return line.group() + " " + amounts.signed(line.change());
  }

  private String drivers(ChangeDrivers drivers) {
    List<String> parts = new ArrayList<>();
    add(parts, "number of sales", drivers.volume());
    add(parts, "amount per sale", drivers.price());
    add(parts, "mix of groups", drivers.mix());
    add(parts, "advertising and other uncounted income", drivers.uncounted());
    add(parts, "fees", drivers.fees());
    add(parts, "tax", drivers.tax());
    add(parts, "refunds", drivers.refunds());
    add(parts, "chargebacks", drivers.chargebacks());
    add(parts, "costs", drivers.costs());
    return "What drove it: " + String.join(", ", parts) + ".";
  }

  private void add(List<String> parts, String name, long amount) {
    if (amount != 0) {
      parts.add(name + " " + amounts.signed(amount));
    }
  }
}
