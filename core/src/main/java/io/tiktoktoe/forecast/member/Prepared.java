package io.tiktoktoe.forecast.member;

import io.tiktoktoe.forecast.future.RarePayments;
import io.tiktoktoe.series.SeasonEvidence;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Preprocessing of one history: what came before the first sale cut off, large single payments set
 * apart, scaled to typical size 1, gaps filled, and cut to what is recent enough to matter.
 *
 * @param scale what the values were divided by
 * @param observed scaled values, NaN where missing
 * @param filled the same with gaps filled from the same phase of the neighbouring seasons
 * @param periods season lengths that the history covers at least twice
 * @param longSeason length of a season too long for a shape of its own that the history covers
 *     once, such as a year of days; 1 for none
 * @param nonNegative whether no value can fall below zero
 * @param rare large single payments, scaled; they are missing among the values
 * @param nextDay the day after the newest value, where steps are days of a calendar
 */
public record Prepared(
    double scale,
    double[] observed,
    double[] filled,
    int[] periods,
    int longSeason,
    boolean nonNegative,
    RarePayments rare,
    Optional<LocalDate> nextDay) {

  /** Fewest steps for the full methods. */
  public static final int FULL_HISTORY = 14;

  /** Longest season of which experts keep a shape: of a longer one there are too few cycles. */
  static final int LONGEST_SHAPE = 200;

  /** Most steps that are used, unless eight of the longest seasons need more. */
  private static final int RECENT = 2_000;

  /** The same for a series by itself, with the seasons alone that its values support. */
  public static Prepared alone(double[] values, List<Integer> wantedPeriods, boolean nonNegative) {
    Prepared all = of(values, wantedPeriods, nonNegative);
    int[] left = Arrays.stream(all.periods).filter(period -> supports(values, period)).toArray();
    // A year does not take the place of the week: it has too few cycles for a shape of its own.
    boolean yearAlone =
        left.length > 0 && left[0] > LONGEST_SHAPE && all.periods[0] <= LONGEST_SHAPE;
    return new Prepared(
        all.scale,
        all.observed,
        all.filled,
        yearAlone ? new int[0] : left,
        all.longSeason,
        nonNegative,
        all.rare,
        all.nextDay);
  }

  /** Whether a season is seen, or the values cannot speak of it. */
  static boolean supports(double[] values, int period) {
    return period > LONGEST_SHAPE
        || SeasonEvidence.tooShort(values, period)
        || SeasonEvidence.shows(values, period);
  }

  public static Prepared of(double[] values, List<Integer> wantedPeriods, boolean nonNegative) {
    int first = 0;
    while (first < values.length && Double.isNaN(values[first])) {
      first++;
    }
    int firstSale = first;
    while (firstSale < values.length && !(Math.abs(values[firstSale]) > 0)) {
      firstSale++;
    }
    if (nonNegative && values.length - firstSale >= 4 * FULL_HISTORY) {
      first = firstSale;
    }
    int longest = wantedPeriods.stream().mapToInt(Integer::intValue).max().orElse(1);
    first = Math.max(first, values.length - Math.max(RECENT, 8 * longest));
    double[] observed = Arrays.copyOfRange(values, first, values.length);
    int[] lone = LonePayments.find(observed, wantedPeriods);
    double[] payments = Arrays.stream(lone).mapToDouble(t -> observed[t]).toArray();
    Arrays.stream(lone).forEach(t -> observed[t] = Double.NaN);
    double scale = scale(observed);
    for (int t = 0; t < observed.length; t++) {
      observed[t] /= scale;
    }
    RarePayments rare =
        RarePayments.of(Arrays.stream(payments).map(one -> one / scale).toArray(), observed.length);
    int[] periods =
        wantedPeriods.stream()
            .mapToInt(Integer::intValue)
            .filter(period -> observed.length >= 2 * period)
            .toArray();
    int gapPeriod = periods.length == 0 ? 1 : periods[0];
    int longSeason = longest > LONGEST_SHAPE && longest < observed.length ? longest : 1;
    return new Prepared(
        scale,
        observed,
        fill(observed, gapPeriod),
        periods,
        longSeason,
        nonNegative,
        rare,
        Optional.empty());
  }

  /** The same, where the day after the newest value is known. */
  public Prepared before(Optional<LocalDate> day) {
    return new Prepared(scale, observed, filled, periods, longSeason, nonNegative, rare, day);
  }

  public int length() {
    return observed.length;
  }

  /** The shortest season, 1 when there is none. */
  public int period() {
    return periods.length == 0 ? 1 : periods[0];
  }

  private static double scale(double[] values) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    int known = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += Math.abs(value);
        least = Math.min(least, Math.abs(value));
        greatest = Math.max(greatest, Math.abs(value));
        known++;
      }
    }
    // Rounding takes the mean of equal values off them.
    return sum > 0 ? Math.clamp(sum / known, least, greatest) : 1;
  }

  private static double[] fill(double[] observed, int period) {
    double[] filled = observed.clone();
    for (int t = 0; t < filled.length; t++) {
      if (Double.isNaN(observed[t])) {
        double before = neighbour(observed, t, -period);
        double after = neighbour(observed, t, period);
        if (Double.isNaN(before) && Double.isNaN(after)) {
          before = neighbour(observed, t, -1);
          after = neighbour(observed, t, 1);
        }
        filled[t] =
            Double.isNaN(before) ? after : Double.isNaN(after) ? before : (before + after) / 2;
      }
    }
    return filled;
  }

  private static double neighbour(double[] observed, int from, int stride) {
    for (int t = from + stride; t >= 0 && t < observed.length; t += stride) {
      if (!Double.isNaN(observed[t])) {
        return observed[t];
      }
    }
    return Double.NaN;
  }
}
