package io.tiktoktoe.event;

import org.jspecify.annotations.Nullable;

/**
 * Where and who, as far as the sender knows it; what is missing stays missing and is never guessed.
 *
 * @param country ISO 3166-1 alpha-2, such as {@code BR}
 * @param ageBand such as {@code 18-24}
 * @param gender as the sender names it
 * @param device as the sender names it
 */
public record Demographics(
    @Nullable String country,
    @Nullable String ageBand,
    @Nullable String gender,
    @Nullable String device) {

  /** Nothing is known. */
  public static final Demographics UNKNOWN = new Demographics(null, null, null, null);

  /** The same in this country. */
  public Demographics withCountry(String code) {
    return new Demographics(code, ageBand, gender, device);
  }

  /** The same in this age band. */
  public Demographics withAgeBand(String band) {
    return new Demographics(country, band, gender, device);
  }

  /** The same of this gender. */
  public Demographics withGender(String name) {
    return new Demographics(country, ageBand, name, device);
  }

  /** The same on this device. */
  public Demographics withDevice(String name) {
    return new Demographics(country, ageBand, gender, name);
  }
}
