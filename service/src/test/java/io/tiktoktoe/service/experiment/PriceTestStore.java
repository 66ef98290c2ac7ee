package io.tiktoktoe.service.experiment;

import static io.tiktoktoe.service.experiment.PriceTests.NOW;
import static io.tiktoktoe.service.experiment.PriceTests.offer;
import static io.tiktoktoe.service.experiment.PriceTests.outcome;
import static io.tiktoktoe.service.experiment.PriceTests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.experiment.AssignedOffer;
import io.tiktoktoe.service.model.experiment.ExperimentPlan;
import io.tiktoktoe.service.model.experiment.ExperimentReport;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store with price tests, and persons who visit. */
abstract class PriceTestStore {

  static final Instant LATER = NOW.plus(Duration.ofDays(2));

  @TempDir Path folder;

  Store store;
  ExperimentService service;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("s.duckdb"), StoreOptions.defaults());
    service = ExperimentService.of(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  void reopen() {
    store.close();
    open();
  }

  ExperimentPlan make(String name) {
    return service.create(request(name, "club"), Call.at(NOW));
  }

  /** Shows prices to so many persons, a minute apart; each arm's share of them buys. */
  void visit(String test, int persons, Map<String, Double> shares, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ExperimentRun run = service.open(test);
    for (int person = 0; person < persons; person++) {
      Instant now = NOW.plusSeconds(60L * person);
      String fan = "fan-" + seed + "-" + person;
      AssignedOffer offer = run.assign(fan, now);
      if (random.nextDouble() < shares.getOrDefault(offer.arm(), 0.0)) {
        String amount = "%.2f".formatted(.9 * offer.price());
        assertThat(run.record(outcome("o-" + fan, fan, "purchase", amount), now)).isTrue();
      }
    }
    store.experiments().fold();
  }

  ExperimentReport show(String name, Instant now) {
    return service.show(name, Call.at(now));
  }

  static double brings(ExperimentReport report, String arm) {
    return report.arms().stream()
        .filter(one -> one.arm().equals(arm))
        .mapToDouble(ExperimentReport.ArmReport::contribution)
        .findFirst()
        .orElseThrow();
  }
}
