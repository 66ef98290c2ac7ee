package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.WindowDrift;
import io.tiktoktoe.pipeline.insight.WindowTotals;
import io.tiktoktoe.service.model.privacy.WindowAnswer;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.service.text.ContentWords;
import io.tiktoktoe.service.text.PlainNumber;

/** Closed windows of a stream with their noise. */
public final class WindowReport {

  private WindowReport() {}

  /** The report as text that ends with a line end. */
  public static String text(WindowAnswer answer, Look look) {
    Page page = new Page(look);
    AmountText amounts = look.amounts(answer.currency());
    page.heading(
        "Windows of %s that are over  (times in UTC)"
            .formatted(ContentWords.length(answer.width())));
    TextTable table =
        new TextTable(
            "from", "people", "paying", "minutes", "paid, " + answer.currency().getCurrencyCode());
    for (WindowTotals one : answer.windows()) {
      table.row(
          one.window().from().toString(),
          count(one.people()),
          count(one.paying()),
          count(one.minutes()),
          amounts.about(one.revenue().value())
              + " ± "
              + amounts.about(one.revenue().halfWidth95()));
    }
    if (table.isEmpty()) {
      page.sentence("", answer.refused().isPresent() ? "None was released." : "None is over yet.");
    } else {
      page.table(table);
    }
    page.sentence(
        "",
        "Any %,d windows within 30 days cost epsilon %s, delta %s together; ± is a window's noise (95%%). The window that began at %s is open; ask from %s on. What is taken in after a window was released counts in the next one. Windows of before are named with --from."
            .formatted(
                answer.most(),
                PlainNumber.exact(answer.epsilon()),
                PlainNumber.exact(answer.delta()),
                answer.open(),
                answer.closesAt()));
    answer.drifts().forEach(one -> page.sentence("! ", drift(one, amounts)));
    answer.refused().ifPresent(why -> page.sentence("! ", why));
    return page.text();
  }

  private static String drift(WindowDrift one, AmountText amounts) {
    boolean money = one.measure().equals("revenue");
    double change = one.value() - one.before();
    return "The newest window's %s are %s %s than the mean of the %d before (± %s of noise); noise alone does that in fewer than 1 of 100 windows."
        .formatted(
            money ? "payments" : one.measure(),
            number(Math.abs(change), money, amounts),
            change > 0 ? "more" : "fewer",
            one.windows(),
            number(one.halfWidth95(), money, amounts));
  }

  private static String number(double value, boolean money, AmountText amounts) {
    return money ? amounts.about(value) : AmountText.count(Math.round(value));
  }

  private static String count(NoisyNumber one) {
    return "%s ± %s"
        .formatted(
            AmountText.count(Math.round(one.value())),
            AmountText.count(Math.round(one.halfWidth95())));
  }
}
