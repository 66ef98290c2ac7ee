package io.tiktoktoe.cli.report;

import io.tiktoktoe.content.insight.ContentInsights;
import io.tiktoktoe.content.insight.ContentValuation;
import io.tiktoktoe.content.insight.ContentWorth;
import io.tiktoktoe.table.TableWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The ranking of contents as a table of figures; amounts are minor units. */
public final class ContentTable {

  /** Its columns. */
  public static final List<String> COLUMNS =
      List.of(
          "content",
          "type",
          "published",
          "state",
          "views",
          "direct",
          "direct_lo",
          "direct_hi",
          "lifetime",
          "influenced",
          "last_touch",
          "first_touch",
          "linear",
          "time_decay",
          "markov",
          "half_life_days",
          "final_views",
          "final_value");

  private ContentTable() {}

  /** Writes one row a content. */
  public static void write(TableWriter rows, ContentInsights insights) throws IOException {
    for (ContentValuation one : insights.valuations()) {
      ContentWorth worth = one.worth();
      rows.text(one.content().id());
      rows.text(one.content().kind().label());
      rows.text(one.content().published().toString());
      rows.text(one.state().name().toLowerCase(Locale.ROOT));
      rows.number(one.views());
      rows.number(worth.directTotal());
      rows.number(worth.directInterval().lo());
      rows.number(worth.directInterval().hi());
      rows.number(worth.lifetime());
      rows.number(worth.influenced());
      rows.number(worth.lastTouch());
      rows.number(worth.firstTouch());
      rows.number(worth.linear());
      rows.number(worth.timeDecay());
      rows.number(worth.markov());
      rows.number(one.decay().flatMap(curve -> curve.halfLifeDays()).orElse(Double.NaN));
      rows.number(one.forecast().map(told -> told.finalViews()).orElse(Double.NaN));
      rows.number(one.forecast().map(told -> told.finalValue()).orElse(Double.NaN));
      rows.endRow();
    }
    rows.end();
  }
}
