package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Demographics;
import org.jspecify.annotations.Nullable;

/**
 * Everyone who can be a fan. A person is a number; country, age, gender and device follow from it,
 * so that one person is the same with every creator and nothing is kept per person.
 */
final class People {

  private static final double HOME_SHARE = 0.55;

  private static final @Nullable String[] AGES = {
    "13-17", "18-24", "18-24", "18-24", "25-34", "25-34", "25-34", "35-44", "35-44", "45-54", "55+",
    null, null
  };
  private static final @Nullable String[] GENDERS = {
    "female", "female", "female", "female", "male", "male", "male", "male", "other", null, null
  };
  private static final @Nullable String[] DEVICES = {
    "mobile", "mobile", "mobile", "mobile", "desktop", "desktop", "tablet", "tv", null
  };

  private static final int COUNTRIES = Country.ALL.size();

  private final long seed;
  private final int perCountry;
  private final Demographics[] demographics;

  /** Room for about {@code expected} people. */
  People(long seed, double expected) {
    this.seed = seed;
    this.perCountry = (int) Math.clamp(expected / 4, 50, Integer.MAX_VALUE / COUNTRIES - 1);
    this.demographics = new Demographics[COUNTRIES * AGES.length * GENDERS.length * DEVICES.length];
    for (int i = 0; i < demographics.length; i++) {
      int rest = i / COUNTRIES;
      demographics[i] =
          new Demographics(
              Country.ALL.get(i % COUNTRIES).code(),
              AGES[rest % AGES.length],
              GENDERS[rest / AGES.length % GENDERS.length],
              DEVICES[rest / AGES.length / GENDERS.length]);
    }
  }

  /** A person, more often than not from {@code home}. */
  int draw(int home, Draws draws) {
    int country = draws.chance(HOME_SHARE) ? home : Country.drawAudience(draws);
    return draws.below(perCountry) * COUNTRIES + country;
  }

  /** Index in {@link Country#ALL}. */
  int country(int person) {
    return person % COUNTRIES;
  }

  double income(int person) {
    return Country.ALL.get(country(person)).income();
  }

  String id(int person) {
    return "fan-" + Integer.toString(person, Character.MAX_RADIX);
  }

  Demographics demographics(int person) {
    long mixed = Draws.mix(seed ^ person);
    int kinds = AGES.length * GENDERS.length * DEVICES.length;
    int rest = (int) Math.floorMod(mixed, (long) kinds);
    return demographics[rest * COUNTRIES + country(person)];
  }
}
