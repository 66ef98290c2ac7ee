package io.tiktoktoe.simulation.world;

import io.tiktoktoe.simulation.draw.Draws;
import java.time.ZoneId;
import java.util.List;

/**
 * Where creators and fans live. Zones are chosen to be hard: half and quarter hours, changes of
 * half an hour, changes on Fridays.
 *
 * @param code ISO 3166-1 alpha-2
 * @param currency ISO 4217
 * @param audience share of the world's fans
 * @param creators share of the creators
 * @param income factor on amounts that people pay
 * @param adUsdPerThousand what a thousand monetized views pay, USD
 * @param taxShare tax within a shop price
 * @param zones zones of its creators
 */
public record Country(
    String code,
    String currency,
    double audience,
    double creators,
    double income,
    double adUsdPerThousand,
    double taxShare,
    List<ZoneId> zones) {

  public static final List<Country> ALL =
      List.of(
          of(
              "US",
              "USD",
              0.26,
              0.26,
              1.0,
              6.5,
              0.07,
              "America/New_York",
              "America/Chicago",
              "America/Los_Angeles"),
          of("GB", "GBP", 0.08, 0.09, 1.0, 5.5, 0.20, "Europe/London"),
          of("DE", "EUR", 0.08, 0.10, 1.0, 5.8, 0.19, "Europe/Berlin"),
          of("FR", "EUR", 0.06, 0.07, 0.95, 4.6, 0.20, "Europe/Paris"),
          of("JP", "JPY", 0.08, 0.11, 1.1, 4.2, 0.10, "Asia/Tokyo"),
          of("BR", "BRL", 0.11, 0.11, 0.5, 1.6, 0.17, "America/Sao_Paulo"),
          of("KW", "KWD", 0.02, 0.05, 1.5, 3.5, 0.0, "Asia/Kuwait"),
          of("IN", "INR", 0.13, 0.08, 0.3, 0.8, 0.18, "Asia/Kolkata"),
          of("AU", "AUD", 0.04, 0.06, 1.05, 6.0, 0.10, "Australia/Sydney", "Australia/Lord_Howe"),
          of("NP", "NPR", 0.02, 0.02, 0.25, 0.6, 0.13, "Asia/Kathmandu"),
          of("EG", "EGP", 0.03, 0.02, 0.3, 0.7, 0.14, "Africa/Cairo"),
          of("MX", "MXN", 0.05, 0.03, 0.5, 1.8, 0.16, "America/Mexico_City"),
          of("KR", "KRW", 0.04, 0.0, 0.9, 3.6, 0.10, "Asia/Seoul"));

  private static Country of(
      String code,
      String currency,
      double audience,
      double creators,
      double income,
      double adUsdPerThousand,
      double taxShare,
      String... zones) {
    return new Country(
        code,
        currency,
        audience,
        creators,
        income,
        adUsdPerThousand,
        taxShare,
        List.of(zones).stream().map(ZoneId::of).toList());
  }

  private static final double[] AUDIENCE =
      Draws.cumulative(ALL.stream().mapToDouble(Country::audience).toArray());

  private static final double[] CREATORS =
      Draws.cumulative(ALL.stream().mapToDouble(Country::creators).toArray());

  /** The index of a fan's country when nothing is known of the creator. */
  public static int drawAudience(Draws draws) {
    return draws.pick(AUDIENCE, AUDIENCE.length);
  }

  /** The index of a creator's country. */
  public static int drawCreator(Draws draws) {
    return draws.pick(CREATORS, CREATORS.length);
  }
}
