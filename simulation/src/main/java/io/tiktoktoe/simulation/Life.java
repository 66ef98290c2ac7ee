package io.tiktoktoe.simulation;

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
