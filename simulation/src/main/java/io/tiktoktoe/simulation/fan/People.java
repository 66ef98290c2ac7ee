package io.tiktoktoe.simulation.fan;

import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.law.FanLaw;
import io.tiktoktoe.simulation.world.Country;
import io.tiktoktoe.simulation.world.Niche;
import io.tiktoktoe.simulation.world.Platform;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everyone who can be a fan. A person is a number; country, niche, age, gender, device and further
 * ids follow from it, so that one person is the same with every creator and nothing is kept per
 * person.
 */
public final class People {

  private static final double HOME_SHARE = 0.55;

  /** Tries to find someone who is no fan yet. */
  private static final int TRIES = 64;

  private static final @Nullable String[] AGES = {
    "13-17", "18-24", "18-24", "18-24", "25-34", "25-34", "25-34", "35-44", "35-44", "45-54", "55+",
    null, null
  };

  /** Factor on spending, by age as above. */
  private static final double[] BY_AGE = {
    0.4, 0.7, 0.7, 0.7, 1.1, 1.1, 1.1, 1.45, 1.45, 1.3, 1.1, 1, 1
  };

  private static final @Nullable String[] GENDERS = {
    "female", "female", "female", "female", "male", "male", "male", "male", "other", null, null
  };
  private static final @Nullable String[] DEVICES = {
    "mobile", "mobile", "mobile", "mobile", "desktop", "desktop", "tablet", "tv", null
  };

  /** Factor on spending, by device as above. */
  private static final double[] BY_DEVICE = {0.85, 0.85, 0.85, 0.85, 1.35, 1.35, 1.2, 0.9, 1};

  private static final int COUNTRIES = Country.ALL.size();
  private static final int NICHES = Niche.values().length;
  private static final int CELLS = COUNTRIES * NICHES;

  /** Share of people who have another id where they pay. */
  private static final double OTHER_ID = 0.12;

  private final long seed;
  private final FanLaw law;
  private final int perCell;
  private final Demographics[] demographics;
  private final double[] tilts = new double[NICHES];

  /** Room for {@code fans} in all. */
  public People(long seed, FanLaw law, double fans) {
    this.seed = seed;
    this.law = law;
    double room = law.homophily() > 0 ? fans / 2 : fans / 8;
    this.perCell = (int) Math.clamp(room, 60, Integer.MAX_VALUE / CELLS - 1);
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
    for (int niche = 0; niche < NICHES; niche++) {
      double age = Draws.uniform(Draws.key(seed, "ages", niche));
      tilts[niche] = law.informative() ? Math.exp(1.4 * (age - 0.5)) : 1;
    }
  }

  /**
   * Someone who is not in {@code met} yet, more often than not from {@code home} and, with
   * homophily, of the creator's niche.
   *
   * @return {@link Fan#NONE} if nobody is found
   */
  public int draw(int home, Niche niche, PersonSet met, Draws draws) {
    for (int tries = 0; tries < TRIES; tries++) {
      int country = draws.chance(HOME_SHARE) ? home : Country.drawAudience(draws);
      int of = draws.chance(law.homophily()) ? niche.ordinal() : draws.below(NICHES);
      // Some people follow many creators: small numbers are drawn more often.
      double chosen = draws.uniform();
      int number = (int) (perCell * chosen * chosen);
      int person = (number * NICHES + of) * COUNTRIES + country;
      if (met.add(person)) {
        return person;
      }
    }
    return Fan.NONE;
  }

  /** Index in {@link Country#ALL}. */
  public int country(int person) {
    return person % COUNTRIES;
  }

  /** Ordinal of the niche that they like best. */
  public int niche(int person) {
    return person / COUNTRIES % NICHES;
  }

  /** Where their clock is. */
  public ZoneId zone(int person) {
    List<ZoneId> zones = Country.ALL.get(country(person)).zones();
    return zones.get((int) Math.floorMod(Draws.mix(seed + person), (long) zones.size()));
  }

  public double income(int person) {
    return Country.ALL.get(country(person)).income();
  }

  /** Factor on spending that their age and device tell of; 1 where these say nothing. */
  public double spending(int person) {
    if (!law.informative()) {
      return 1;
    }
    int kind = kind(person);
    return BY_AGE[kind % AGES.length] * BY_DEVICE[kind / AGES.length / GENDERS.length];
  }

  public String id(int person) {
    return "fan-" + Integer.toString(person, Character.MAX_RADIX);
  }

  /** Their id on this platform. */
  public String id(int person, Platform platform) {
    return hasOtherId(person, platform)
        ? platform.source + "-" + Long.toString(Draws.mix(seed - person) >>> 24, 36)
        : id(person);
  }

  /** Whether they go by another id on this platform, where they pay. */
  public boolean hasOtherId(int person, Platform platform) {
    return law.changes()
        && (platform == Platform.PATREON || platform == Platform.SHOP)
        && Draws.uniform(seed * 31 + person) < OTHER_ID;
  }

  private int kind(int person) {
    long mixed = Draws.mix(seed ^ person);
    int kinds = AGES.length * GENDERS.length * DEVICES.length;
    if (!law.informative()) {
      return (int) Math.floorMod(mixed, (long) kinds);
    }
    double young = Math.pow(Draws.uniform(mixed), tilts[niche(person)]);
    int age = (int) (young * AGES.length);
    int rest = (int) Math.floorMod(mixed >>> 8, (long) (GENDERS.length * DEVICES.length));
    return rest * AGES.length + age;
  }

  public Demographics demographics(int person) {
    return demographics[kind(person) * COUNTRIES + country(person)];
  }
}
