package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.simulation.delivery.Outbox;
import io.tiktoktoe.simulation.draw.Agenda;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.simulation.world.RateDay;

/** Everything about one creator that its streams of income and attention share. */
record Life(
    CreatorModel model,
    RateDay rateDay,
    SharedWorld world,
    Audience audience,
    Library library,
    Till till,
    Outbox outbox,
    Agenda agenda,
    Draws draws) {

  Currencies currencies() {
    return world.currencies();
  }
}
