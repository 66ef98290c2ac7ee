package io.tiktoktoe.store.query;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.pricing.portfolio.PricingFacts;
import io.tiktoktoe.pricing.portfolio.PricingSource;
import io.tiktoktoe.store.model.Queries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.ToLongFunction;

/**
 * Prices and demand from the event log of a store, in one snapshot. Memory grows with products,
 * days and prices, not with events.
 */
public final class StorePricingSource implements PricingSource {

  private final Queries snapshot;
  private final ToLongFunction<String> ids;
  private final ExchangeRates rates;

  /**
   * @param snapshot what is read; used by one thread
   * @param ids the store's keyed hash of a creator's text id
   * @param rates the exchange rates of the snapshot
   */
  public StorePricingSource(Queries snapshot, ToLongFunction<String> ids, ExchangeRates rates) {
    this.snapshot = snapshot;
    this.ids = ids;
    this.rates = rates;
  }

  @Override
  public PricingFacts read(CreatorProfile creator, LocalDate through) {
    return new PricingReading(snapshot, ids.applyAsLong(creator.creator()), creator, through, rates)
        .read();
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
}
