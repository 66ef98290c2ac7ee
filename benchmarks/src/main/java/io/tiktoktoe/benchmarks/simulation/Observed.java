package io.tiktoktoe.benchmarks.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.Truth;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was delivered of one economy, repeats left out, and what is true in it.
 *
 * @param arrivals when each event arrived, as far as the time of the latest prompt event tells
 */
record Observed(EconomyOptions options, List<Event> events, List<Instant> arrivals, Truth truth) {

  static Observed of(EconomyOptions options) {
    List<Event> events = new ArrayList<>();
    List<Instant> arrivals = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Truth truth = new Truth();
    Instant[] now = {Instant.EPOCH};
    CreatorEconomy.of(options)
        .run(
            event -> {
              Instant time = event.context().time();
              now[0] = time.isAfter(now[0]) ? time : now[0];
              if (seen.add(event.context().id()) || event instanceof Event.AdRevenue) {
                events.add(event);
                arrivals.add(now[0]);
              }
            },
            truth,
            Progress.SILENT);
    return new Observed(options, events, arrivals, truth);
  }

  <T extends Event> List<T> all(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <T extends TruthRecord> List<T> truth(Class<T> kind) {
    return truth.all(kind);
  }

  int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay() - options.start().toEpochDay());
  }

  /** Gross income of each creator by day, in US dollars at the rate of the start, about. */
  Map<String, double[]> dailyIncome() {
    Map<String, Double> rates = new HashMap<>();
    CreatorEconomy.of(options)
        .exchangeRates()
        .forEach(
            rate -> rates.putIfAbsent(rate.from().getCurrencyCode(), rate.rate().doubleValue()));
    Map<String, double[]> income = new HashMap<>();
    for (TruthRecord.Ledger row : truth(TruthRecord.Ledger.class)) {
      double unit = Math.pow(10, -row.currency().getDefaultFractionDigits());
      double usd = row.gross() * unit * rates.getOrDefault(row.currency().getCurrencyCode(), 1.0);
      income.computeIfAbsent(row.creator(), absent -> new double[options.days()])[day(row.day())] +=
          usd;
    }
    return income;
  }
}
