package io.tiktoktoe.benchmarks.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.simulation.model.TruthRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What usual methods find: by it the kind world is told from the hard one. */
final class TellingFacets {

  private static final double WEEK = 7 * 86_400.0;

  /** Weeks in which customers are won, to the end of calibration, and of the holdout. */
  private static final double WON = 26;

  private static final double CALIBRATED = 65;
  private static final double HELD_OUT = 104;
  private static final int ENOUGH_CUSTOMERS = 40;
  private static final int ENOUGH_TIPS = 20;
  private static final int ENOUGH_CONTENTS = 15;
  private static final long QUARTER_DAYS = 91;

  private TellingFacets() {}

  static List<Facet> of(Observed observed) {
    return List.of(dropout(observed), lastTouch(observed));
  }

  /**
   * Tips that BG/NBD expects in the holdout over those that came: the geometric mean over the
   * creators, each of whom is a firm of its own, as CDNOW is one.
   */
  private static Facet dropout(Observed observed) {
    Instant start = observed.options().start().atStartOfDay().toInstant(ZoneOffset.UTC);
    Map<String, Map<String, List<Double>>> tips = new HashMap<>();
    for (Event.Tip tip : observed.all(Event.Tip.class)) {
      double week = Duration.between(start, tip.context().time()).toSeconds() / WEEK;
      tips.computeIfAbsent(tip.context().creator(), absent -> new HashMap<>())
          .computeIfAbsent(String.valueOf(tip.context().fan()), absent -> new ArrayList<>())
          .add(week);
    }
    double logs =
        tips.values().stream()
            .mapToDouble(weeks -> Math.log(expectedOverActual(weeks)))
            .filter(Double::isFinite)
            .average()
            .orElse(Double.NaN);
    return new Facet(
        "told by: BG/NBD's holdout, expected over actual",
        0.6,
        1.0,
        "CDNOW .86-.89",
        Math.exp(logs));
  }

  /** Of one creator; NaN where customers or tips are too few. */
  private static double expectedOverActual(Map<String, List<Double>> tips) {
    List<BetaGeometric.Customer> customers = new ArrayList<>();
    double came = 0;
    for (List<Double> weeks : tips.values()) {
      weeks.sort(null);
      double first = weeks.getFirst();
      if (first >= WON) {
        continue;
      }
      int repeats = 0;
      double last = 0;
      for (double week : weeks.subList(1, weeks.size())) {
        if (week < CALIBRATED) {
          repeats++;
          last = week - first;
        } else if (week < HELD_OUT) {
          came++;
        }
      }
      customers.add(new BetaGeometric.Customer(repeats, last, CALIBRATED - first));
    }
    if (customers.size() < ENOUGH_CUSTOMERS || came < ENOUGH_TIPS) {
      return Double.NaN;
    }
    BetaGeometric model = BetaGeometric.fit(customers);
    return customers.stream().mapToDouble(one -> model.expected(one, HELD_OUT - CALIBRATED)).sum()
        / came;
  }

  /**
   * Rank correlation, over contents of one creator and quarter, of income by the last content seen
   * with what each caused.
   */
  private static Facet lastTouch(Observed observed) {
    Map<String, Double> touched = new HashMap<>();
    for (Event event : observed.events()) {
      String content = event.context().content();
      if (content != null
          && (event instanceof Event.Tip
              || event instanceof Event.MerchandiseOrder
              || event instanceof Event.SubscriptionStarted)) {
        touched.merge(content, 1.0, Double::sum);
      }
    }
    Map<String, List<TruthRecord.Content>> together = new HashMap<>();
    for (TruthRecord.Content one : observed.truth(TruthRecord.Content.class)) {
      long quarter =
          Duration.between(observed.options().start().atStartOfDay(), published(one)).toDays()
              / QUARTER_DAYS;
      together.computeIfAbsent(one.creator() + " " + quarter, absent -> new ArrayList<>()).add(one);
    }
    double weighted = 0;
    double weights = 0;
    for (List<TruthRecord.Content> contents : together.values()) {
      double[] truth =
          contents.stream()
              .mapToDouble(
                  one -> one.causedTips() + one.causedMerchandise() + one.causedSubscriptions())
              .toArray();
      double[] credit =
          contents.stream().mapToDouble(one -> touched.getOrDefault(one.content(), 0.0)).toArray();
      double correlation = Measures.rankCorrelation(truth, credit);
      if (contents.size() >= ENOUGH_CONTENTS && Double.isFinite(correlation)) {
        double credited = Arrays.stream(credit).sum();
        weighted += credited * correlation;
        weights += credited;
      }
    }
    return new Facet(
        "told by: last touch's rank correlation with causes",
        0.2,
        0.75,
        "confounding",
        weighted / weights);
  }

  private static LocalDateTime published(TruthRecord.Content content) {
    return LocalDateTime.ofInstant(content.published(), ZoneOffset.UTC);
  }
}
