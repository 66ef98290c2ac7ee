package io.tiktoktoe.answer;

import java.time.ZoneId;
import java.util.Currency;

/**
 * Whom an analysis is for and how they read it.
 *
 * @param creator the creator's text id, as senders use it
 * @param zone the zone in which their days and hours are counted
 * @param currency the currency in which everything is reported to them
 */
public record CreatorProfile(String creator, ZoneId zone, Currency currency) {

  public CreatorProfile {
    if (creator.isBlank()) {
      throw new IllegalArgumentException("creator is empty. Name one, such as alice.");
    }
  }
}
