package io.tiktoktoe.service.text;

import io.tiktoktoe.revenue.insight.ChangeDrivers;
import io.tiktoktoe.revenue.insight.ChangeFact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says why net income changed. */
record ChangeWords(Amounts amounts) {

  String of(ChangeFact fact) {
    return switch (fact) {
      case ChangeFact.NetChanged changed -> headline(changed);
      case ChangeFact.WeekdaysAlone(double change) ->
          "The calendar alone (weekdays, number of days) would have changed it by "
              + amounts.signed(change)
              + ".";
      case ChangeFact.BeyondChance beyond ->
          "By %s, beyond chance: %s."
              .formatted(
                  beyond.dimension().label(),
                  beyond.groups().stream()
                      .map(one -> one.group() + " " + amounts.signed(one.change()))
                      .collect(Collectors.joining(", ")));
      case ChangeFact.DrivenBy(ChangeDrivers drivers) -> drivers(drivers);
    };
  }

  private String headline(ChangeFact.NetChanged changed) {
    String judged =
        switch (changed.chance()) {
          case UNCHANGED -> ".";
          case UNKNOWN -> "; the history is too short to tell it from chance.";
          case RARE -> "; chance alone rarely moves it that far.";
          case OFTEN -> "; chance alone moves it that far often.";
        };
    return "Net income went from %s to %s (%s)%s"
        .formatted(
            amounts.exact(changed.before()),
            amounts.exact(changed.after()),
            amounts.signed(changed.after() - changed.before()),
            judged);
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
