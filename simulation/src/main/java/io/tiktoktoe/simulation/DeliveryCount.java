package io.tiktoktoe.simulation;

/** Running counts of how events were delivered. */
final class DeliveryCount {
  long distinct;
  long revisions;
  long duplicates;
  long late;
  long outOfOrder;
  long lagging;

  void add(DeliveryCount other) {
    distinct += other.distinct;
    revisions += other.revisions;
    duplicates += other.duplicates;
    late += other.late;
    outOfOrder += other.outOfOrder;
    lagging += other.lagging;
  }

  TruthRecord.Delivery toTruth() {
    return new TruthRecord.Delivery(distinct, revisions, duplicates, late, outOfOrder, lagging);
  }
}
