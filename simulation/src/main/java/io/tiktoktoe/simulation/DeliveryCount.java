package io.tiktoktoe.simulation;

/** Running counts of how events were delivered. */
final class DeliveryCount {
  long distinct;
  long revisions;
  long duplicates;
  long late;
  long outOfOrder;

  TruthRecord.Delivery toTruth() {
    return new TruthRecord.Delivery(distinct, revisions, duplicates, late, outOfOrder);
  }
}
