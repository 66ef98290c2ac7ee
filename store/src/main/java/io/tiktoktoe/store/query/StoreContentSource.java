package io.tiktoktoe.store.query;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentSource;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Contents from the event log of a store, in one snapshot. */
public final class StoreContentSource implements ContentSource {

  private final Queries snapshot;
  private final ToLongFunction<String> ids;
  private final ExchangeRates rates;

  /**
   * @param snapshot what is read; used by one thread
   * @param ids the store's keyed hash of a creator's text id
   * @param rates the exchange rates of the snapshot
   */
  public StoreContentSource(Queries snapshot, ToLongFunction<String> ids, ExchangeRates rates) {
    this.snapshot = snapshot;
    this.ids = ids;
    this.rates = rates;
  }

  @Override
  public ContentHistory read(CreatorProfile creator, LocalDate through) {
    return new ContentReading(
            snapshot, id(creator), creator, new DailyRates(rates, creator.currency()), through)
        .read(rates);
  }

  @Override
  public List<Map<String, String>> decisions(CreatorProfile creator, LocalDate through) {
    Instant end = DateRange.ofDays(through, through, creator.zone()).to();
    return snapshot.rows(
        Sql.file("shared/audience/decisions", id(creator), StoreRevenueSource.utc(end)),
        row -> AttributeText.parse(row.text("attributes")));
  }

  @Override
  public Instant dataFrom(CreatorProfile creator) {
    return CreatorReading.coverage(snapshot, id(creator), creator.zone()).first();
  }

  @Override
  public Instant dataThrough(CreatorProfile creator) {
    return CreatorReading.coverage(snapshot, id(creator), creator.zone()).newest();
  }

  private long id(CreatorProfile creator) {
    return ids.applyAsLong(creator.creator());
  }
}
