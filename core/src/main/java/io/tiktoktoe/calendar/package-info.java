/**
 * Days as people live them: holidays, planned and special days, local clocks.
 *
 * <p>Question: which civil day, hour and special day is an instant, in the creator's own zone? Time
 * zones come from {@link java.time.zone.ZoneRules}; Easter from the anonymous Gregorian algorithm
 * and Meeus 1991, so that no table of years runs out.
 */
package io.tiktoktoe.calendar;
