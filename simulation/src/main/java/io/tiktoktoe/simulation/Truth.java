package io.tiktoktoe.simulation;

import io.tiktoktoe.simulation.model.TruthRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects what is true, for tests and small economies: everything stays in memory. Give it to
 * {@link CreatorEconomy#run} and read it afterwards.
 */
public final class Truth implements Consumer<TruthRecord> {

  private final List<TruthRecord> records = new ArrayList<>();

  @Override
  public void accept(TruthRecord fact) {
    records.add(fact);
  }

  /** Everything that was told of one kind, such as {@code TruthRecord.Ledger.class}, in order. */
  public <T extends TruthRecord> List<T> all(Class<T> kind) {
    return records.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
