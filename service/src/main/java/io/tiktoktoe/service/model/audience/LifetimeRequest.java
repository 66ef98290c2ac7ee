package io.tiktoktoe.service.model.audience;

import io.tiktoktoe.audience.lifetime.LifetimeOptions;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks what customers will bring.
 *
 * @param until last day of observation; what comes after it is held out
 * @param horizonDays days ahead
 * @param annualDiscount rate a year at which later money counts less, such as .1
 * @param seed of the draws behind the intervals
 */
public record LifetimeRequest(
    LocalDate until, double horizonDays, double annualDiscount, long seed) {

  private static final Pattern LENGTH = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,6})?)([dwmy])");
  private static final double WEEK = 7;
  private static final double YEAR = 365.25;
  private static final double MOST = 36_525;

  /** Refuses a horizon of nothing or above a century, and a discount that cannot be. */
  public LifetimeRequest {
    if (!(horizonDays > 0 && horizonDays < MOST)) {
      throw new ServiceException.BadRequest(
          "horizon", "{horizon} (%s days) must be above 0 and below a century.", horizonDays);
    }
    if (!(annualDiscount >= 0 && annualDiscount < 10)) {
      throw new ServiceException.BadRequest(
          "discount", "{discount} (%s) must be from 0 to below 10, such as 0.1.", annualDiscount);
    }
  }

  /** As written: a day such as 1997-09-30, a length such as 39w. */
  public static LifetimeRequest of(String until, String horizon, double discount, long seed) {
    return new LifetimeRequest(day(until), days(horizon), discount, seed);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new ServiceException.BadRequest(
              "until", "{until} (%s) is no day. Write it like 2026-01-31.", text)
          .because(e);
    }
  }

  private static double days(String text) {
    Matcher length = LENGTH.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!length.matches()) {
      throw new ServiceException.BadRequest(
          "horizon",
          "{horizon} (%s) is no length. Write days, weeks, months or years: 90d, 39w, 12m or 1y.",
          text);
    }
    double unit =
        switch (length.group(2)) {
          case "d" -> 1;
          case "w" -> WEEK;
          case "m" -> YEAR / 12;
          default -> YEAR;
        };
    return Double.parseDouble(length.group(1)) * unit;
  }

  /** For the core. */
  public LifetimeOptions options(Call call) {
    return LifetimeOptions.of(horizonDays)
        .withAnnualDiscount(annualDiscount)
        .withSeed(seed)
        .withProgress(call.progress());
  }
}
