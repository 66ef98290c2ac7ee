package io.tiktoktoe.store.query;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.audience.insight.AudienceFacts;
import io.tiktoktoe.audience.insight.AudienceSource;
import io.tiktoktoe.audience.insight.FanSink;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Audiences from the event log of a store, in one snapshot. Memory grows with fans and
 * subscriptions, not with events: rows stream through in batches.
 */
public final class StoreAudienceSource implements AudienceSource {

  private final Queries snapshot;
  private final ToLongFunction<String> ids;
  private final ExchangeRates rates;

  /**
   * @param snapshot what is read; used by one thread
   * @param ids the store's keyed hash of a creator's text id
   * @param rates the exchange rates of the snapshot
   */
  public StoreAudienceSource(Queries snapshot, ToLongFunction<String> ids, ExchangeRates rates) {
    this.snapshot = snapshot;
    this.ids = ids;
    this.rates = rates;
  }

  @Override
  public AudienceFacts read(CreatorProfile creator, LocalDate through, FanSink sink) {
    return new AudienceReading(
            snapshot,
            ids.applyAsLong(creator.creator()),
            new Conversion(rates, creator.currency()),
            through,
            creator.zone())
        .read(sink);
  }

  @Override
  public Instant dataFrom(CreatorProfile creator) {
    return CreatorReading.coverage(snapshot, ids.applyAsLong(creator.creator()), creator.zone())
        .first();
  }

  @Override
  public Instant dataThrough(CreatorProfile creator) {
    return CreatorReading.coverage(snapshot, ids.applyAsLong(creator.creator()), creator.zone())
        .newest();
  }

  @Override
  public List<String> names(long[] fans) {
    if (fans.length == 0) {
      return List.of();
    }
    String wanted = Arrays.stream(fans).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    Map<Long, String> names = new HashMap<>();
    snapshot.query(
        Sql.of(SqlTemplate.named("shared/audience/names").with("fans", wanted).sql()),
        row -> names.put(row.number("fan"), row.required("name")));
    return Arrays.stream(fans).mapToObj(fan -> names.getOrDefault(fan, "")).toList();
  }
}
