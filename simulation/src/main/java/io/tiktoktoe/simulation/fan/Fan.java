package io.tiktoktoe.simulation.fan;

import org.jspecify.annotations.Nullable;

/** One fan of one creator, as long as they are there. */
public final class Fan {

  /** Nobody, no content. */
  public static final int NONE = -1;

  /** The key of everything that this fan draws. */
  public final long key;

  /** Who they are, see {@link People}. */
  public final int person;

  public final int joinDay;
  public final byte platform;

  /** The person who brought them, or {@link #NONE}. */
  public final int referrer;

  /** The content that brought them, if one did. */
  public final @Nullable Content broughtBy;

  public byte segment;

  /** First day on which they are gone for good. */
  public int leaveDay;

  /** Reported views a day, before the calendar and {@link #activity}. */
  public float viewRate;

  /** Spontaneous tips a day, likewise. */
  public float tipRate;

  public float tipUsd;
  public float shareRate;

  /** Factor on willingness to pay. */
  public float willingness;

  /** Logarithm of the slow change of how much they care. */
  public float drift;

  /** This week's factor on what they do: slow change, clumps. */
  public float activity = 1;

  /** First day on which they are back; until then they do nothing. */
  public int awayUntil;

  /** Content seen last, or {@link #NONE}. */
  public int lastContent = NONE;

  /** Running memberships, by bit of the tier. */
  public byte memberships;

  /** Whether a price was ever shown to them. */
  public boolean shown;

  /** Whether their other id was linked already. */
  boolean linked;

  /** Last price of a tier that they saw, relative to its list price. */
  public float tierReference = 1;

  /** Last price of merchandise that they saw, relative to its list price. */
  public float goodsReference = 1;

  /** Day of the last order. */
  public int ordered = -10_000;

  public Fan(
      long key, int person, int joinDay, int platform, int referrer, @Nullable Content broughtBy) {
    this.key = key;
    this.person = person;
    this.joinDay = joinDay;
    this.platform = (byte) platform;
    this.referrer = referrer;
    this.broughtBy = broughtBy;
  }

  public boolean subscribed() {
    return memberships != 0;
  }

  public boolean subscribed(int tier) {
    return (memberships & 1 << tier) != 0;
  }

  public void subscribe(int tier) {
    memberships |= (byte) (1 << tier);
  }

  public void unsubscribe(int tier) {
    memberships &= (byte) ~(1 << tier);
  }
}
