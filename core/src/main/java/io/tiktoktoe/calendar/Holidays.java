package io.tiktoktoe.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Public holidays of a country, computed from rules: fixed days, days from Easter (western or
 * orthodox), the n-th weekday of a month, days of the Islamic calendar (Umm al-Qura). National days
 * only, on the day itself and not on the day off that replaces it; the rules are those of today,
 * for all years. Holidays of the Chinese and Hindu calendars are not known.
 */
public final class Holidays {

  /** Begins the kind of every event that this class gives. */
  public static final String PREFIX = "holiday:";

  /** Rules by country; a name that comes in several countries is the same kind of day. */
  private static final String TABLE =
      """
      AE: hijri-10-01 eid-al-fitr, hijri-10-02 eid-al-fitr-2, hijri-10-03 eid-al-fitr-3,
          hijri-12-10 eid-al-adha, hijri-12-11 eid-al-adha-2, hijri-12-12 eid-al-adha-3,
          01-01 new-year, 12-02 national, hijri-01-01 islamic-new-year
      AR: 01-01 new-year, easter-48 carnival, easter-47 carnival-2, 05-25 revolution,
          07-09 national, 12-08 conception, 12-25 christmas, easter-2 good-friday,
          05-01 labour-day
      AT: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, 12-26 boxing-day,
          05-01 labour-day, easter+39 ascension, easter+50 whit-monday,
          08-15 assumption, 11-01 all-saints, 01-06 epiphany, easter+60 corpus-christi,
          10-26 national, 12-08 conception
      AU: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, easter-2 good-friday,
          12-26 boxing-day, 01-26 national, 04-25 anzac
      BE: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, 05-01 labour-day,
          easter+39 ascension, easter+50 whit-monday, 08-15 assumption,
          11-01 all-saints, 07-21 national
      BR: 01-01 new-year, easter-48 carnival, easter-47 carnival-2, 04-21 tiradentes,
          09-07 national, 10-12 aparecida, 11-02 all-souls, 11-15 republic,
          12-25 christmas, easter-2 good-friday, 05-01 labour-day
      CA: 01-01 new-year, mon0-05-24 victoria, 07-01 national, mon1-09 labour-day,
          mon2-10 thanksgiving, 12-25 christmas, easter-2 good-friday, 12-26 boxing-day
      CH: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, easter-2 good-friday,
          12-26 boxing-day, easter+39 ascension, easter+50 whit-monday, 08-01 national
      CZ: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, easter-2 good-friday,
          12-26 boxing-day, 05-01 labour-day, 05-08 liberation, 07-05 cyril, 07-06 hus,
          09-28 statehood, 10-28 national, 11-17 freedom, 12-24 christmas-eve
      DE: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, easter-2 good-friday,
          05-01 labour-day, easter+39 ascension, easter+50 whit-monday,
          12-26 boxing-day, 10-03 national
      DK: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, easter-2 good-friday,
          12-26 boxing-day, easter+39 ascension, easter+50 whit-monday,
          easter-3 maundy-thursday
      EG: hijri-10-01 eid-al-fitr, hijri-10-02 eid-al-fitr-2, hijri-10-03 eid-al-fitr-3,
          hijri-12-10 eid-al-adha, hijri-12-11 eid-al-adha-2, hijri-12-12 eid-al-adha-3,
          01-07 orthodox-christmas, 07-23 national, orthodox+1 spring
      ES: 01-01 new-year, 01-06 epiphany, 10-12 national, 12-06 constitution,
          12-08 conception, 12-25 christmas, easter-2 good-friday, 05-01 labour-day,
          08-15 assumption, 11-01 all-saints
      FI: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, easter-2 good-friday,
          05-01 labour-day, 12-26 boxing-day, 01-06 epiphany, easter+39 ascension,
          12-06 national, 12-24 christmas-eve
      FR: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, 05-01 labour-day,
          easter+39 ascension, easter+50 whit-monday, 08-15 assumption,
          11-01 all-saints, 05-08 liberation, 07-14 national, 11-11 armistice
      GB: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, easter-2 good-friday,
          12-26 boxing-day, mon1-05 early-may, mon-1-05 late-may, mon-1-08 summer
      GR: 01-01 new-year, 01-06 epiphany, orthodox-48 clean-monday, 03-25 national,
          orthodox-2 good-friday, orthodox+1 easter-monday, orthodox+50 whit-monday,
          10-28 ochi, 12-25 christmas, 05-01 labour-day, 08-15 assumption,
          12-26 boxing-day
      ID: hijri-10-01 eid-al-fitr, hijri-10-02 eid-al-fitr-2, hijri-10-03 eid-al-fitr-3,
          hijri-12-10 eid-al-adha, hijri-12-11 eid-al-adha-2, hijri-12-12 eid-al-adha-3,
          01-01 new-year, 08-17 national, 12-25 christmas, 05-01 labour-day
      IE: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, 12-26 boxing-day,
          03-17 national, mon1-05 early-may, mon1-06 june, mon1-08 summer,
          mon-1-10 october
      IN: 01-26 republic, 08-15 national, 10-02 gandhi, 12-25 christmas
      IT: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, 05-01 labour-day,
          08-15 assumption, 11-01 all-saints, 12-26 boxing-day, 01-06 epiphany,
          04-25 liberation, 06-02 national, 12-08 conception
      JP: 01-01 new-year, mon2-01 coming-of-age, 02-11 national, 02-23 emperor,
          04-29 showa, 05-03 constitution, 05-04 greenery, 05-05 children,
          mon3-07 marine, 08-11 mountain, mon3-09 aged, mon2-10 sports, 11-03 culture,
          11-23 labour-thanksgiving
      MX: 01-01 new-year, mon1-02 constitution, mon3-03 juarez, 09-16 national,
          mon3-11 revolution, 12-25 christmas, 05-01 labour-day
      NL: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, 12-26 boxing-day,
          easter+39 ascension, easter+50 whit-monday, 04-27 national
      NO: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, easter-2 good-friday,
          05-01 labour-day, easter+39 ascension, easter+50 whit-monday,
          12-26 boxing-day, 05-17 national
      NZ: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, easter-2 good-friday,
          12-26 boxing-day, 02-06 national, 04-25 anzac, mon4-10 labour
      PL: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, 05-01 labour-day,
          08-15 assumption, 11-01 all-saints, 12-26 boxing-day, 01-06 epiphany,
          05-03 constitution, easter+60 corpus-christi, 11-11 national,
          12-24 christmas-eve
      PT: 01-01 new-year, 04-25 freedom, easter+60 corpus-christi, 06-10 national,
          10-05 republic, 12-01 restoration, 12-08 conception, 12-25 christmas,
          easter-2 good-friday, 05-01 labour-day, 08-15 assumption, 11-01 all-saints
      SA: hijri-10-01 eid-al-fitr, hijri-10-02 eid-al-fitr-2, hijri-10-03 eid-al-fitr-3,
          hijri-12-10 eid-al-adha, hijri-12-11 eid-al-adha-2, hijri-12-12 eid-al-adha-3,
          02-22 founding, 09-23 national
      SE: 01-01 new-year, easter+1 easter-monday, 12-25 christmas, easter-2 good-friday,
          05-01 labour-day, 12-26 boxing-day, 01-06 epiphany, easter+39 ascension,
          06-06 national, 12-24 christmas-eve
      TR: hijri-10-01 eid-al-fitr, hijri-10-02 eid-al-fitr-2, hijri-10-03 eid-al-fitr-3,
          hijri-12-10 eid-al-adha, hijri-12-11 eid-al-adha-2, hijri-12-12 eid-al-adha-3,
          01-01 new-year, 04-23 national, 08-30 victory, 10-29 republic
      US: 01-01 new-year, mon3-01 king, mon3-02 presidents, mon-1-05 memorial,
          06-19 juneteenth, 07-04 national, mon1-09 labour-day, mon2-10 columbus,
          11-11 veterans, thu4-11 thanksgiving, 12-25 christmas
      ZA: 01-01 new-year, 03-21 rights, easter-2 good-friday, easter+1 easter-monday,
          04-27 freedom, 06-16 youth, 08-09 women, 09-24 heritage, 12-16 reconciliation,
          12-25 christmas, 05-01 labour-day, 12-26 boxing-day
      """;

  private static final Map<String, List<String>> RULES = rules();

  private Holidays() {}

  private static Map<String, List<String>> rules() {
    Map<String, List<String>> rules = new TreeMap<>();
    // A country's rules go on in lines that begin with blanks.
    for (String line : TABLE.replaceAll("\\n +", " ").lines().toList()) {
      rules.put(line.substring(0, 2), List.of(line.substring(4).split(", ")));
    }
    return rules;
  }

  /** The countries known, by their ISO 3166 codes. */
  public static List<String> countries() {
    return List.copyOf(RULES.keySet());
  }

  /**
   * Every holiday from {@code from} to {@code to}, both inclusive, by day; kinds such as {@code
   * holiday:christmas}.
   *
   * @param country ISO 3166 code such as {@code DE}
   * @throws IllegalArgumentException if the country's rules are not known
   */
  public static List<CalendarEvent> of(String country, LocalDate from, LocalDate to) {
    List<String> rules = RULES.get(country.toUpperCase(Locale.ROOT));
    if (rules == null) {
      throw new IllegalArgumentException(
          "country (%s) is not known. Use one of %s, or give its holidays as events."
              .formatted(country, String.join(", ", RULES.keySet())));
    }
    List<CalendarEvent> found = new ArrayList<>();
    for (String rule : rules) {
      String[] parts = rule.split(" ");
      for (int year = from.getYear(); year <= to.getYear(); year++) {
        for (LocalDate day : days(parts[0], year)) {
          if (!day.isBefore(from) && !day.isAfter(to)) {
            found.add(new CalendarEvent(day, PREFIX + parts[1]));
          }
        }
      }
    }
    found.sort(Comparator.comparing(CalendarEvent::day).thenComparing(CalendarEvent::kind));
    return found;
  }

  private static List<LocalDate> days(String rule, int year) {
    if (rule.startsWith("easter")) {
      return List.of(easter(year).plusDays(Integer.parseInt(rule.substring(6))));
    }
    if (rule.startsWith("orthodox")) {
      return List.of(orthodoxEaster(year).plusDays(Integer.parseInt(rule.substring(8))));
    }
    if (rule.startsWith("hijri")) {
      return hijri(
          Integer.parseInt(rule.substring(6, 8)), Integer.parseInt(rule.substring(9)), year);
    }
    if (Character.isDigit(rule.charAt(0))) {
      return List.of(LocalDate.parse(year + "-" + rule));
    }
    return List.of(weekday(rule, year));
  }

  /** Such as mon3-01 (third Monday of January), mon-1-05 (last of May), mon0-05-24 (before it). */
  private static LocalDate weekday(String rule, int year) {
    DayOfWeek day = rule.startsWith("mon") ? DayOfWeek.MONDAY : DayOfWeek.THURSDAY;
    if (rule.startsWith("mon0")) {
      LocalDate end = LocalDate.parse(year + rule.substring(4));
      return end.with(TemporalAdjusters.previousOrSame(day));
    }
    int dash = rule.lastIndexOf('-');
    int nth = Integer.parseInt(rule.substring(3, dash));
    LocalDate month = LocalDate.of(year, Integer.parseInt(rule.substring(dash + 1)), 1);
    return month.with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
  }

  /** Easter Sunday of the Gregorian calendar (anonymous algorithm; Meeus, Jones, Butcher). */
  public static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int m = (a + 11 * d + 22 * e) / 451;
    int at = d + e - 7 * m + 114;
    return LocalDate.of(year, at / 31, at % 31 + 1);
  }

  /** Easter Sunday of the Julian calendar (Meeus) on the Gregorian one, 13 days on until 2099. */
  public static LocalDate orthodoxEaster(int year) {
    int d = (19 * (year % 19) + 15) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    int at = d + e + 114;
    return LocalDate.of(year, at / 31, at % 31 + 1).plusDays(13);
  }

  private static List<LocalDate> hijri(int month, int day, int year) {
    List<LocalDate> found = new ArrayList<>();
    try {
      int first = HijrahDate.from(LocalDate.of(year, 1, 1)).get(ChronoField.YEAR);
      for (int hijri = first; hijri <= first + 1; hijri++) {
        LocalDate one = LocalDate.from(HijrahDate.of(hijri, month, day));
        if (one.getYear() == year) {
          found.add(one);
        }
      }
    } catch (DateTimeException e) {
      // The calendar's tables end in 2077; beyond them nothing is known.
      return List.of();
    }
    return found;
  }
}
