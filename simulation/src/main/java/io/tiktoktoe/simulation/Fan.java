package io.tiktoktoe.simulation;

import org.jspecify.annotations.Nullable;

/** One fan of one creator, as long as they are there. */
final class Fan {

  /** Nobody, no content. */
  static final int NONE = -1;

  /** The key of everything that this fan draws. */
  final long key;

  /** Who they are, see {@link People}. */
  final int person;

  final int joinDay;
  final byte platform;

  /** The person who brought them, or {@link #NONE}. */
  final int referrer;

  /** The content that brought them, if one did. */
  final @Nullable Content broughtBy;

  byte segment;

  /** First day on which they are gone for good. */
  int leaveDay;

  /** Reported views a day, before the calendar and {@link #activity}. */
  float viewRate;

  /** Spontaneous tips a day, likewise. */
  float tipRate;

  float tipUsd;
  float shareRate;

  /** Factor on willingness to pay. */
  float willingness;

  /** Logarithm of the slow change of how much they care. */
  float drift;

  /** This week's factor on what they do: slow change, clumps. */
  float activity = 1;

  /** First day on which they are back; until then they do nothing. */
  int awayUntil;

  /** Content seen last, or {@link #NONE}. */
  int lastContent = NONE;

  /** Running memberships, by bit of the tier. */
  byte memberships;

  /** Whether a price was ever shown to them. */
  boolean shown;

  /** Whether their other id was linked already. */
  boolean linked;

  /** Last price of a tier that they saw, relative to its list price. */
  float tierReference = 1;

  /** Last price of merchandise that they saw, relative to its list price. */
  float goodsReference = 1;

  /** Day of the last order. */
  int ordered = -10_000;

  Fan(long key, int person, int joinDay, int platform, int referrer, @Nullable Content broughtBy) {
    this.key = key;
    this.person = person;
    this.joinDay = joinDay;
    this.platform = (byte) platform;
    this.referrer = referrer;
    this.broughtBy = broughtBy;
  }

  boolean subscribed() {
    return memberships != 0;
  }

  boolean subscribed(int tier) {
    return (memberships & 1 << tier) != 0;
  }

  void subscribe(int tier) {
    memberships |= (byte) (1 << tier);
  }

  void unsubscribe(int tier) {
    memberships &= (byte) ~(1 << tier);
  }
}
