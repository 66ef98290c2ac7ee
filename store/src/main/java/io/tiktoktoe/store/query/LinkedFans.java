package io.tiktoktoe.store.query;

import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.Sql;
import java.time.Instant;

/** Identity resolution: which ids of several platforms are one fan, for one creator. */
public final class LinkedFans {

  private final PersonIndex index;

  private LinkedFans(PersonIndex index) {
    this.index = index;
  }

  /** What was said before a time. O(links). */
  public static LinkedFans of(Queries queries, long creator, Instant before) {
    PersonIndex index = new PersonIndex();
    queries.query(
        Sql.file("shared/audience/links", creator, StoreRevenueSource.utc(before)),
        row -> index.link(row.number("fan"), row.number("other_fan"), row.number("linked") > 0));
    index.join();
    return new LinkedFans(index);
  }

  /** The id that stands for all of this fan's; itself where nothing is linked. */
  public long person(long fan) {
    return index.person(fan);
  }
}
