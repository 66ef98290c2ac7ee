package io.tiktoktoe.risk.exposure;

import java.util.List;

/**
 * What exposures are measured on: one creator's present, and the past of all creators of a store.
 *
 * @param parts income of the last days by platform, stream and currency
 * @param contents what single contents brought in the same days, largest income first
 * @param rates past exchange rates of the other currencies among the parts
 * @param tracks weekly figures of all creators, for what hits platforms
 * @param days how many days the parts and contents stand for, at least 1
 */
public record RiskFacts(
    List<IncomePart> parts,
    List<ContentIncome> contents,
    List<CurrencyRates> rates,
    List<ShockTrack> tracks,
    int days) {

  /** Nothing known. */
  public static final RiskFacts NONE = new RiskFacts(List.of(), List.of(), List.of(), List.of(), 1);

  public RiskFacts {
    parts = List.copyOf(parts);
    contents = List.copyOf(contents);
    rates = List.copyOf(rates);
    tracks = List.copyOf(tracks);
    if (days < 1) {
      throw new IllegalArgumentException("days (" + days + ") must be at least 1.");
    }
  }
}
