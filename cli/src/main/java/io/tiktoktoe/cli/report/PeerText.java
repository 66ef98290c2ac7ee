package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.PeerBenchmark;
import java.util.Locale;

/** Benchmarks between creators, as people read them. */
public final class PeerText {

  private PeerText() {}

  /** Where one creator stands; ends with a line end. */
  public static String standing(PeerBenchmark.Standing standing) {
    return String.format(
        Locale.ROOT,
        "%nPeers: $%.2f of tips per thousand views; %.0f%% of about %,.0f creators with as many"
            + " views have less (%.0f%% to %.0f%% by noise; a private release).%n",
        standing.tipsPerThousand(),
        100 * standing.below(),
        standing.peers(),
        100 * standing.interval().lo(),
        100 * standing.interval().hi());
  }

  /** A whole benchmark; ends with a line end. */
  public static String text(PeerBenchmark benchmark, Look look) {
    Page page = new Page(look);
    page.heading(
        "Creators by tips per thousand views of known fans  (%s to %s)"
            .formatted(
                benchmark.period().day(benchmark.period().from()),
                benchmark.period().day(benchmark.period().to().minusMillis(1))));
    TextTable table =
        new TextTable(
            "views",
            "none",
            "to $1",
            "to $10",
            "to $30",
            "to $100",
            "to $300",
            "to $1,000",
            "more");
    for (PeerBenchmark.Group group : benchmark.groups()) {
      String[] cells = new String[1 + group.creators().size()];
      cells[0] =
          group.views() == Long.MAX_VALUE
              ? "more"
              : String.format(Locale.ROOT, "up to %,d", group.views());
      for (int at = 1; at < cells.length; at++) {
        cells[at] = String.format(Locale.ROOT, "%,.0f", group.creators().get(at - 1).value());
      }
      table.row(cells);
    }
    page.table(table);
    NoisyNumber any = benchmark.groups().getFirst().creators().getFirst();
    page.sentence(
        "",
        String.format(
            Locale.ROOT,
            "Numbers of creators, each with noise of ± %,.0f (95%%).%s",
            any.halfWidth95(),
            benchmark.repeated() ? " An earlier answer again, free." : ""));
    return page.text();
  }
}
