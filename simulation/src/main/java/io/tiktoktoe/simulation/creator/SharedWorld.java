package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.simulation.delivery.Couriers;
import io.tiktoktoe.simulation.fan.Attention;
import io.tiktoktoe.simulation.fan.People;
import io.tiktoktoe.simulation.law.Laws;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.world.Climate;
import io.tiktoktoe.simulation.world.Clocks;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.simulation.world.Incidents;
import io.tiktoktoe.simulation.world.Interventions;
import io.tiktoktoe.simulation.world.Rivals;

/** What all creators share; the same for all threads, and not changed while a day is made. */
public record SharedWorld(
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
