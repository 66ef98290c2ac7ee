package io.tiktoktoe.simulation;

/** What all creators share. */
record World(EconomyOptions options, Currencies currencies, People people, Incidents incidents) {}
