package io.tiktoktoe.simulation;

/** Front door of the simulation. */
public final class CreatorEconomy {}
