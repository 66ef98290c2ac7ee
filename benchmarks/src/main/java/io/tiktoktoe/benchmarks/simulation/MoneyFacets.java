package io.tiktoktoe.benchmarks.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How subscriptions and prices go. */
final class MoneyFacets {

  private static final String BILLING = "billing providers";

  private MoneyFacets() {}

  static List<Facet> of(Observed observed) {
    List<Facet> facets = new ArrayList<>(subscriptions(observed));
    facets.addAll(failures(observed));
    facets.addAll(prices(observed));
    return facets;
  }

  private static List<Facet> subscriptions(Observed observed) {
    double starts = 0;
    double yearly = 0;
    double trials = 0;
    Map<String, Integer> waves = new HashMap<>();
    Map<String, Set<String>> products = new HashMap<>();
    for (Event.SubscriptionStarted one : observed.all(Event.SubscriptionStarted.class)) {
      starts++;
      yearly += Period.ofYears(1).equals(one.term().interval()) ? 1 : 0;
      trials += one.term().trial() ? 1 : 0;
      String giver = one.context().attributes().get("gifted_by");
      if (giver != null) {
        String key = giver + one.context().time().getEpochSecond();
        waves.merge(key, 1, Integer::sum);
      }
      products
          .computeIfAbsent(one.context().creator() + one.context().fan(), absent -> new HashSet<>())
          .add(String.valueOf(one.context().product()));
    }
    int largest = waves.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    double causes =
        observed.truth(TruthRecord.Movement.class).stream()
            .filter(one -> one.kind() == SubscriptionMovement.Kind.CHURN)
            .map(TruthRecord.Movement::cause)
            .distinct()
            .count();
    return List.of(
        new Facet("subscriptions: yearly plans", 0.05, 0.25, BILLING, yearly / starts),
        new Facet("subscriptions: trials", 0.08, 0.25, BILLING, trials / starts),
        new Facet("subscriptions: largest wave of gifts", 30, 100, "Twitch", largest),
        new Facet("subscriptions: causes of churn in truth", 6, 10, "by definition", causes));
  }

  private static List<Facet> failures(Observed observed) {
    double failed = 0;
    Set<String> lost = new HashSet<>();
    for (Event.SubscriptionPaymentFailed one :
        observed.all(Event.SubscriptionPaymentFailed.class)) {
      failed += "1".equals(one.context().attributes().get("attempt")) ? 1 : 0;
    }
    double involuntary = 0;
    double churned = 0;
    for (Event.SubscriptionCanceled one : observed.all(Event.SubscriptionCanceled.class)) {
      String reason = one.context().attributes().getOrDefault("reason", "");
      if (reason.equals("payment_failed")) {
        involuntary++;
        lost.add(one.context().id());
      }
      churned += reason.equals("payment_failed") || reason.equals("voluntary") ? 1 : 0;
    }
    return List.of(
        new Facet(
            "subscriptions: involuntary share of churn", 0.2, 0.4, BILLING, involuntary / churned),
        new Facet(
            "subscriptions: failed payments recovered",
            0.4,
            0.6,
            BILLING,
            1 - lost.size() / failed));
  }

  private static List<Facet> prices(Observed observed) {
    List<Event.PriceExposure> looks = observed.all(Event.PriceExposure.class);
    double bought = looks.stream().filter(Event.PriceExposure::bought).count();
    double[] tests =
        observed.truth(TruthRecord.PriceArm.class).stream()
            .filter(arm -> arm.to().isBefore(observed.options().end()))
            .mapToDouble(TruthRecord.PriceArm::exposures)
            .toArray();
    double[] biases =
        observed.truth(WorldTruth.Willingness.class).stream()
            .mapToDouble(WorldTruth.Willingness::surveyBias)
            .toArray();
    double shapes =
        observed.truth(TruthRecord.Product.class).stream()
            .map(TruthRecord.Product::shape)
            .distinct()
            .count();
    double changes = observed.truth(WorldTruth.PriceChange.class).size();
    double observations =
        observed.events().stream()
            .filter(event -> event.type() == EventType.PRICE_OBSERVED)
            .count();
    return List.of(
        new Facet("prices: conversion", 0.02, 0.045, "shops", bought / looks.size()),
        new Facet(
            "prices: exposures of a test, median",
            2000,
            2001,
            "planned",
            Measures.quantile(tests, 0.5)),
        new Facet(
            "prices: overstatement in surveys, median",
            1.25,
            1.45,
            "meta-analyses 1.35",
            Measures.quantile(biases, 0.5)),
        new Facet(
            "prices: its mean over its median",
            1.03,
            1.5,
            "skewed",
            Measures.mean(biases) / Measures.quantile(biases, 0.5)),
        new Facet("prices: shapes of demand", 5, 6, "by definition", shapes),
        new Facet(
            "prices: deals and rises a creator",
            0.3,
            20,
            "shops",
            changes / observed.options().creators()),
        new Facet(
            "prices: rivals' prices a creator and month",
            1,
            2.1,
            "by definition",
            observations / observed.options().creators() / observed.options().months()));
  }
}
