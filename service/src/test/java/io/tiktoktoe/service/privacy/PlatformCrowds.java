package io.tiktoktoe.service.privacy;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.privacy.PlatformRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Stores and requests of tests about a platform. */
final class PlatformCrowds {

  static final Instant NOW = Instant.parse("2026-09-05T12:00:00Z");

  static final Call CALL = Call.at(NOW);

  static final LocalDate FIRST = LocalDate.parse("2026-08-01");

  static final Duration DAY = Duration.ofDays(1);

  static final PlatformRequest USUAL = PlatformRequest.usual().withCurrency(Money.currency("USD"));

  /** Noise of about one person: what is released is nearly what is true. */
  static final PlatformRequest CLEAR =
      USUAL.withDays(FIRST, LocalDate.parse("2026-08-30")).withBudget(100, 1e-6);

  private PlatformCrowds() {}

  static PlatformRequest in(String currency) {
    return CLEAR.withCurrency(Money.currency(currency));
  }

  static Event view(String id, String fan, String creator, Instant time) {
    return Event.interaction(EventType.VIEW, new Behaviour(60_000, 120_000, true, 1))
        .from("youtube", id)
        .at(time)
        .creator(creator)
        .fan(fan)
        .build();
  }

  static Instant day(int day, int hour) {
    return FIRST.plusDays(day).atTime(hour, 0).toInstant(ZoneOffset.UTC);
  }

  static List<Event> crowd(String name, int size, int day, int hour) {
    List<Event> events = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      events.add(view(name + at, name + "-fan" + at, "ada", day(day, hour).plusSeconds(at)));
    }
    return events;
  }

  static Event tip(String id, String currency, Instant time) {
    return Event.tip(Payment.of("500", currency))
        .from("youtube", id)
        .at(time)
        .creator("ada")
        .fan("payer")
        .build();
  }
}
