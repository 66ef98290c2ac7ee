package io.tiktoktoe.service.experiment;

import io.tiktoktoe.pricing.insight.OfferTerms;
import io.tiktoktoe.service.model.experiment.ExperimentRequest;
import io.tiktoktoe.service.model.experiment.ExperimentSettings;
import io.tiktoktoe.service.model.experiment.OutcomeRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests of these tests. */
final class PriceTests {

  static final Instant NOW = Instant.parse("2026-09-05T12:00:00Z");

  static final ExperimentRequest.Limits LIMITS =
      new ExperimentRequest.Limits(0, Double.POSITIVE_INFINITY, .5, 180);

  private PriceTests() {}

  /** Persons count after an hour; 2,000 come a day, a fifth buys. */
  static ExperimentSettings settings() {
    return new ExperimentSettings(
        1, .1, .1, .05, .1, 30, 1, 0, Duration.ofHours(1), 0, 2_000, .2, .2);
  }

  static ExperimentRequest.Offer offer(String name, String price) {
    return new ExperimentRequest.Offer(name, price, OfferTerms.NONE);
  }

  /** Three prices around 5. */
  static ExperimentRequest request(String name, String product) {
    return request(
        name,
        product,
        List.of(offer("low", "4"), offer("today", "5"), offer("high", "6")),
        settings());
  }

  static ExperimentRequest request(
      String name,
      String product,
      List<ExperimentRequest.Offer> offers,
      ExperimentSettings settings) {
    return new ExperimentRequest(
        name,
        Optional.of("ada"),
        product,
        Optional.empty(),
        offers,
        settings,
        LIMITS,
        false,
        false);
  }

  static OutcomeRow outcome(String id, String fan, String kind, String amount) {
    return new OutcomeRow(id, fan, kind, amount, Optional.empty(), Optional.empty());
  }
}
