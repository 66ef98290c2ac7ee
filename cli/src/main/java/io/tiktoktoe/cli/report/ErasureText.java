package io.tiktoktoe.cli.report;

import io.tiktoktoe.store.Erasure;

/** What an erasure took and what it cannot reach, for people; without the name. */
public final class ErasureText {

  private ErasureText() {}

  /** The report as text that ends with a line end; {@code done} or only looked for. */
  public static String of(Erasure.Report report, boolean done) {
    Page page = new Page(Look.PLAIN);
    page.sentence(
        "",
        "%s: %s events go on without the fan; %s names, attributes of %s other events, %s rejects and %s names of products, contents or batches %s"
            .formatted(
                done ? "erased" : "would be erased",
                Amounts.count(report.events()),
                Amounts.count(report.names()),
                Amounts.count(report.attributes()),
                Amounts.count(report.rejects()),
                Amounts.count(report.texts()),
                done ? "told of it." : "tell of it."));
    page.sentence(
        "! ",
        "Out of reach, for you to delete: exports, backups and copies made before, and the files that brought the fan:");
    report.files().forEach(file -> page.sentence("  ", TextSafety.printable(file)));
    page.sentence("- ", "What comes under the same id later is taken in as of a new fan.");
    return page.text();
  }
}
