package io.tiktoktoe.service;

import io.tiktoktoe.outlook.QuantileForecast;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Passes forecasts on in the order of the file; those that come too early wait. */
final class FileOrder {

  private final Consumer<QuantileForecast> sink;
  private final Map<Integer, QuantileForecast> waiting = new HashMap<>();
  private int due;

  FileOrder(Consumer<QuantileForecast> sink) {
    this.sink = sink;
  }

  void put(int index, QuantileForecast forecast) {
    waiting.put(index, forecast);
    for (QuantileForecast next = waiting.remove(due); next != null; next = waiting.remove(++due)) {
      sink.accept(next);
    }
  }
}
