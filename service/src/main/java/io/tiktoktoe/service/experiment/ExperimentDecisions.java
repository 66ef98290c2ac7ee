package io.tiktoktoe.service.experiment;

import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.audience.insight.PastDecision;
import io.tiktoktoe.event.Decision;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoredTest;
import io.tiktoktoe.store.model.TestEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keeps what was decided about a price test as {@code decision.taken} events; each once. */
final class ExperimentDecisions {

  private ExperimentDecisions() {}

  static void publish(Store store, ExperimentState state, Instant now) {
    StoredTest test = state.test();
    List<Event> events = new ArrayList<>();
    events.add(event(test, "start", "creator", "0", test.created()));
    for (TestEntry entry : state.decisions()) {
      String arm = test.offers().get(entry.arm()).name();
      String what = entry.kind().name().toLowerCase(Locale.ROOT) + " " + arm;
      String by = entry.detail().equals("creator") ? "creator" : "policy";
      events.add(event(test, what, by, Long.toString(entry.number()), entry.time()));
    }
    store.events().append(events, IngestOptions.of(test.batch(), now));
  }

  private static Event event(StoredTest test, String what, String by, String number, Instant time) {
    return Event.decided(Decision.of("price test " + what).by(by))
        .from(
            Provenance.OWN_SOURCE,
            "price-test/%s/%s/%s".formatted(test.creator(), test.name(), number))
        .at(time)
        .creator(test.creator())
        .product(test.product())
        .attribute(PastDecision.EXPERIMENT, test.name())
        .build();
  }
}
