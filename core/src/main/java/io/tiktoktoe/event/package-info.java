/**
 * What happened: the sealed {@link io.tiktoktoe.event.Event} with its identity, money and time.
 *
 * <p>Question: what exactly was reported, by whom, about which creator, when, and for how much?
 * Everything that enters the system is one of these events; everything that is computed can be
 * recomputed from them. Money is a {@code long} of minor units of an ISO 4217 currency; no floating
 * point touches it. Text ids live only here and in dimension tables: inside, creators, fans and
 * contents are 64-bit keyed hashes, events 128-bit ones.
 */
package io.tiktoktoe.event;
