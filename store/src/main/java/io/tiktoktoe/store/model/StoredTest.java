package io.tiktoktoe.store.model;

import java.time.Instant;
import java.util.Currency;
import java.util.List;

/**
 * Definition of a price test as it is stored; it never changes.
 *
 * @param number of the test, from 1; 0 before it is stored
 * @param name by which people ask for it
 * @param creator whose it is
 * @param product what is sold
 * @param currency of all its amounts
 * @param created when
 * @param settings what else was set, as its service writes it
 * @param offers its arms in order
 */
public record StoredTest(
    int number,
    String name,
    String creator,
    String product,
    Currency currency,
    Instant created,
    String settings,
    List<Offer> offers) {

  public StoredTest {
    offers = List.copyOf(offers);
  }

  /**
   * One arm.
   *
   * @param name of the arm
   * @param price in minor units
   * @param contribution what a sale is planned to bring in all, in minor units
   * @param trialDays days before the first payment
   * @param guaranteeDays days in which the money is given back
   * @param yearlyDiscount share that a year at once saves
   * @param tier what is offered; empty where all arms offer the same
   */
  public record Offer(
      String name,
      long price,
      long contribution,
      int trialDays,
      int guaranteeDays,
      double yearlyDiscount,
      String tier) {}

  /** The batch under which its decisions are events. */
  public String batch() {
    return "price test " + name;
  }

  /** The same under a number. */
  public StoredTest numbered(int as) {
    return new StoredTest(as, name, creator, product, currency, created, settings, offers);
  }
}
