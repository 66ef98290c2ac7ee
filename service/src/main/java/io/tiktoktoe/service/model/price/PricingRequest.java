package io.tiktoktoe.service.model.price;

import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.service.model.SpecialDays;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * Asks what a creator should charge. What is empty takes its default from the store.
 *
 * @param creator whose; may be empty when the store has one creator only
 * @param asOf the day as of which everything is told; the newest whole day of data when empty
 * @param zone in which days end; the creator's own when empty, else UTC
 * @param currency to price in; the creator's own when empty, else their most usual one
 * @param options product, constraints, competitors, seed
 * @param constraints a table of what single products must keep to: {@code product}, and as far as
 *     there are {@code floor}, {@code ceiling}, {@code margin}, {@code step}, {@code days_between},
 *     {@code endings}, {@code grandfathered}
 * @param ladder a table of what prices are multiplied by: {@code country}, {@code factor}
 * @param special days and campaigns that may have moved demand
 * @param record whether what is recommended is kept in the store as decisions that were taken
 */
public record PricingRequest(
    Optional<String> creator,
    Optional<LocalDate> asOf,
    Optional<ZoneId> zone,
    Optional<Currency> currency,
    PricingOptions options,
    Optional<Path> constraints,
    Optional<Path> ladder,
    SpecialDays special,
    boolean record) {

  /** All products of this creator as of the newest whole day. */
  public static PricingRequest of(String creator) {
    return new PricingRequest(
        Optional.of(creator),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        PricingOptions.defaults(),
        Optional.empty(),
        Optional.empty(),
        SpecialDays.NONE,
        false);
  }

  /** The same as of this day. */
  public PricingRequest asOf(LocalDate day) {
    return new PricingRequest(
        creator, Optional.of(day), zone, currency, options, constraints, ladder, special, record);
  }

  /** The same in this currency. */
  public PricingRequest in(Currency other) {
    return new PricingRequest(
        creator, asOf, zone, Optional.of(other), options, constraints, ladder, special, record);
  }

  /** The same under these options. */
  public PricingRequest withOptions(PricingOptions other) {
    return new PricingRequest(
        creator, asOf, zone, currency, other, constraints, ladder, special, record);
  }

  /** The same with a table of constraints. */
  public PricingRequest withConstraints(Path file) {
    return new PricingRequest(
        creator, asOf, zone, currency, options, Optional.of(file), ladder, special, record);
  }

  /** The same whose recommendations are kept. */
  public PricingRequest recorded() {
    return new PricingRequest(
        creator, asOf, zone, currency, options, constraints, ladder, special, true);
  }
}
