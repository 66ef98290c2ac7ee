package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.store.Erasure;

/** What an erasure took and what it cannot reach, for people; without the name. */
public final class ErasureText {

  private ErasureText() {}

  /** The report as text that ends with a line end; {@code done} or only looked for. */
  public static String of(Erasure.Report report, boolean done) {
    Page page = new Page(Look.PLAIN);
    page.line(done ? "Erased:" : "Would be erased:");
    row(page, report.events(), "events lose the fan and go on counting");
    row(page, report.names(), "names of the fan");
    row(page, report.attributes(), "other events whose attributes tell of the fan");
    row(page, report.rejects(), "rejects that tell of the fan");
    row(page, report.texts(), "names of products, contents and batches that do");
    page.sentence(
        "! ",
        "Out of reach, for you to delete: exports, backups and copies made before, and the files"
            + " that brought the fan:");
    report.files().forEach(file -> page.sentence("  ", file(report, file)));
    page.sentence("- ", "What comes under the same id later is taken in as of a new fan.");
    return page.text();
  }

  private static String file(Erasure.Report report, String batch) {
    String shown = TextSafety.printable(batch);
    return report
        .hiddenName(batch)
        .map(
            hash ->
                "the file of batch %s: its name told of a person and was hidden, hash %s"
                    .formatted(shown, hash))
        .orElse(shown);
  }

  private static void row(Page page, long rows, String what) {
    page.line("%8s  %s".formatted(AmountText.count(rows), what));
  }
}
