package io.tiktoktoe.store.query;

import io.tiktoktoe.risk.exposure.ShockTrack;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.ResultRow;
import io.tiktoktoe.store.model.Sql;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Weekly views and advertising of the creators of a store, as a panel. Of a store of many creators
 * every so-many-th is read, which is as good a sample as any: ids are keyed hashes.
 */
final class ShockTracks {

  /** More creators tell little more of what hits all. */
  private static final long MOST_CREATORS = 500;

  private static final int WEEK = 7;

  /** Days from Monday to the day of the epoch, a Thursday. */
  private static final int MONDAY = 3;

  private final Queries queries;
  private final int first;
  private final int weeks;
  private final Map<String, Track> tracks = new TreeMap<>();

  /** One creator on one platform; advertising by currency. */
  private static final class Track {
    private final long creator;
    private final String source;
    private final double[] views;
    private final Map<Long, double[]> advertising = new TreeMap<>();

    Track(long creator, String source, int weeks) {
      this.creator = creator;
      this.source = source;
      this.views = new double[weeks];
    }

    /** Advertising in the currency that brought most in its own units. */
    double[] advertising(int weeks) {
      double[] most = new double[weeks];
      for (double[] one : advertising.values()) {
        most = Arrays.stream(one).sum() > Arrays.stream(most).sum() ? one : most;
      }
      return most;
    }
  }

  private ShockTracks(Queries queries, LocalDate from, LocalDate end) {
    this.queries = queries;
    this.first = week(from);
    // The week that is not over tells less than a week brings.
    this.weeks = Math.max(0, week(end) - first);
  }

  /** The panel of whole weeks between two days of UTC. */
  static List<ShockTrack> read(Queries queries, LocalDate from, LocalDate end) {
    return new ShockTracks(queries, from, end).read(from.atStartOfDay(), end.atStartOfDay());
  }

  private List<ShockTrack> read(LocalDateTime from, LocalDateTime end) {
    long creators =
        queries.rows(Sql.file("shared/risk/creators"), row -> row.number("creators")).getFirst();
    long every = Math.max(1, creators / MOST_CREATORS);
    queries.query(
        sampled("shared/risk/weekly_views", every, from, end),
        row -> {
          int week = week(row);
          if (week >= 0 && week < weeks) {
            track(row).views[week] += row.number("views");
          }
        });
    queries.query(
        sampled("shared/risk/weekly_advertising", every, from, end),
        row -> {
          int week = week(row);
          if (week >= 0 && week < weeks) {
            track(row)
                    .advertising
                    .computeIfAbsent(row.number("currency"), currency -> new double[weeks])[week] +=
                row.number("amount");
          }
        });
    List<ShockTrack> all = new ArrayList<>();
    for (Track one : tracks.values()) {
      all.add(new ShockTrack(one.creator, one.source, first, one.views, one.advertising(weeks)));
    }
    return all;
  }

  private static Sql sampled(String name, long every, LocalDateTime from, LocalDateTime end) {
    return Sql.of(SqlTemplate.named(name).with("every", every).sql(), from, end);
  }

  private Track track(ResultRow row) {
    long creator = row.number("creator");
    String source = row.required("source");
    return tracks.computeIfAbsent(
        creator + "\n" + source, key -> new Track(creator, source, weeks));
  }

  private int week(ResultRow row) {
    int day = (int) row.number("week");
    return week(LocalDate.of(day / 10_000, day / 100 % 100, day % 100)) - first;
  }

  private static int week(LocalDate day) {
    return Math.toIntExact(Math.floorDiv(day.toEpochDay() + MONDAY, WEEK));
  }
}
