package io.tiktoktoe.simulation.delivery;

import io.tiktoktoe.simulation.model.TruthRecord;

/** Running counts of how events were delivered. */
public final class DeliveryCount {
  long distinct;
  long revisions;
  long duplicates;
  long late;
  long outOfOrder;
  long lagging;

  public void add(DeliveryCount other) {
    distinct += other.distinct;
    revisions += other.revisions;
    duplicates += other.duplicates;
    late += other.late;
    outOfOrder += other.outOfOrder;
    lagging += other.lagging;
  }

  public TruthRecord.Delivery toTruth() {
    return new TruthRecord.Delivery(distinct, revisions, duplicates, late, outOfOrder, lagging);
  }
}
