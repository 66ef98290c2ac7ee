package io.tiktoktoe.simulation;

/** What all creators share; the same for all threads, and not changed while a day is made. */
record SharedWorld(
    EconomyOptions options,
    Laws laws,
    Currencies currencies,
    People people,
    Incidents incidents,
    Climate climate,
    Rivals rivals,
    Clocks clocks,
    Interventions changes,
    Couriers couriers,
    Attention attention) {}
