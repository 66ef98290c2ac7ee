package io.tiktoktoe.store.query;

import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.Sql;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where each fan was first seen: day, platform and content, over all ids that are the fan's. */
final class FirstSights {

  /** Larger than the seconds of any day: orders first sights by day, then by time. */
  private static final long DAY_PLACE = 100_000;

  private final Map<Long, Integer> places = new HashMap<>();
  private final long[] moment;
  private final int[] platform;
  private final int[] content;
  private final List<String> contents;

  private FirstSights(List<long[]> rows, int fans, FanRows platforms, Queries queries) {
    moment = new long[fans];
    platform = new int[fans];
    content = new int[fans];
    Arrays.fill(moment, Long.MAX_VALUE);
    Arrays.fill(platform, -1);
    Arrays.fill(content, -1);
    for (long[] row : rows) {
      int fan = (int) row[0];
      long at = platforms.day(row[1]) * DAY_PLACE + row[2];
      if (at < moment[fan]) {
        moment[fan] = at;
        platform[fan] = platforms.platform(row[3]);
        content[fan] = row[4] < 0 ? -1 : place(row[4]);
      }
    }
    contents = names(queries);
  }

  /** Reads those before a time, of everyone with a name; numbers them on the way. */
  static FirstSights read(
      Queries queries, long creator, LocalDateTime before, PersonIndex persons, FanRows rows) {
    List<long[]> read = new ArrayList<>();
    queries.numbers(
        Sql.file("shared/audience/first_seen", creator, before),
        row -> {
          long[] kept = row.clone();
          kept[0] = persons.of(row[0]);
          read.add(kept);
        });
    return new FirstSights(read, persons.size(), rows, queries);
  }

  private int place(long hash) {
    return places.computeIfAbsent(hash, key -> places.size());
  }

  private List<String> names(Queries queries) {
    String[] names = new String[places.size()];
    Arrays.fill(names, "");
    String wanted = places.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    if (!places.isEmpty()) {
      queries.query(
          Sql.of(SqlTemplate.named("shared/audience/contents").with("contents", wanted).sql()),
          row -> names[places.getOrDefault(row.number("content"), 0)] = row.required("name"));
    }
    return List.of(names);
  }

  /** Names of the contents that were anyone's first. */
  List<String> contents() {
    return contents;
  }

  /** Days since 1970 by fan. */
  int[] days() {
    return Arrays.stream(moment)
        .mapToInt(at -> at == Long.MAX_VALUE ? FanTable.NEVER : Math.toIntExact(at / DAY_PLACE))
        .toArray();
  }

  /** Places of platforms by fan. */
  int[] platforms() {
    return platform;
  }

  /** Places in {@link #contents} by fan, -1 where none is named. */
  int[] contentsOf() {
    return content;
  }
}
