package io.tiktoktoe.forecast.blend;

import io.tiktoktoe.forecast.band.Spread;
import io.tiktoktoe.forecast.member.Bank;
import io.tiktoktoe.forecast.member.BayesianModel;
import io.tiktoktoe.forecast.member.Expert;
import io.tiktoktoe.forecast.member.FittedExpert;
import io.tiktoktoe.forecast.member.Fitter;
import io.tiktoktoe.forecast.member.NetworkMember;
import io.tiktoktoe.forecast.member.Prepared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Rolling-origin forecasts (time series cross-validation) of every member, and what each forecasts
 * now.
 *
 * @param history the history
 * @param names the members' names
 * @param kinds what each member is, for its prior weight
 * @param origins how many values were known at each origin, ascending
 * @param reach how many steps ahead the past was forecast
 * @param past forecasts from the origins, [member][origin][step ahead - 1]
 * @param now forecasts from the end, [member][step ahead - 1]
 * @param fitted the members that forecast the history by itself, with what they were fitted to it
 * @param failed names of those that gave no number for this history; they are no members
 */
public record Lookback(
    Prepared history,
    List<String> names,
    List<Kind> kinds,
    int[] origins,
    int reach,
    double[][][] past,
    double[][] now,
    List<FittedExpert> fitted,
    List<String> failed) {

  /** What a member is. */
  public enum Kind {
    EXPERT,
    BAYESIAN,
    BOOSTING,
    NETWORK;

    static Kind of(Expert expert) {
      return switch (expert) {
        case BayesianModel _ -> BAYESIAN;
        case NetworkMember _ -> NETWORK;
        default -> EXPERT;
      };
    }
  }

  /** How many origins are looked at. */
  private static final int ORIGINS = 16;

  /** Most origins in as many steps as are forecast: closer ones see nearly the same future. */
  private static final int PER_REACH = 3;

  /** But at least so many where there are as many steps: the first step ahead needs them. */
  private static final int FEWEST = 8;

  /** Histories up to this length are fitted more often: it is cheap and they change more by it. */
  private static final int SHORT = 400;

  /** Times that parameters are estimated for the look-back. */
  private static final int FITS = 2;

  private static final int FITS_SHORT = 4;

  /** Whether the past is long enough to look back from. */
  public static boolean possible(Prepared history) {
    return history.length() >= Prepared.FULL_HISTORY;
  }

  /** Of one series by itself, looked back at for as many steps as are forecast. */
  public static Lookback of(Prepared history, int steps, Predicate<String> accepted) {
    return of(history, steps, steps, accepted, new Bank());
  }

  /**
   * Of one series among many.
   *
   * @param look how many steps ahead the past is forecast, where it is long enough: weights and
   *     widths depend on it
   * @param steps how many steps ahead are forecast now; the first are the same for every number
   * @param bank where members come from; may serve many series at once
   */
  public static Lookback of(
      Prepared history, int look, int steps, Predicate<String> accepted, Bank bank) {
    return of(
        history,
        look,
        steps,
        fitEnd ->
            bank.of(history, fitEnd).stream().filter(one -> accepted.test(one.name())).toList());
  }

  /**
   * By these experts. One that throws or gives what is no number is left out: it may not take the
   * others with it.
   *
   * @param experts for parameters estimated on so many values
   * @throws IllegalArgumentException if none is left
   */
  public static Lookback of(
      Prepared history, int look, int steps, IntFunction<List<Expert>> experts) {
    int length = history.length();
    int fitEnd = fitEnd(history, look);
    int reach = Math.min(look, Math.max(1, length - fitEnd));
    int ahead = Math.max(steps, reach);
    int[] origins = origins(fitEnd, length, reach);
    int[] fitEnds = fitEnds(fitEnd, origins, length);
    List<Told> told = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (Expert expert : experts.apply(fitEnd)) {
      Optional<Told> found = told(expert, history, fitEnds, origins, reach, ahead);
      found.ifPresentOrElse(told::add, () -> failed.add(expert.name()));
    }
    if (told.isEmpty()) {
      throw new IllegalArgumentException(
          "no member is left for this history; failed on it: %s. Maybe accept seasonal naive or Bayesian too."
              .formatted(failed));
    }
    double[][][] past = told.stream().map(Told::past).toArray(double[][][]::new);
    double[][] now =
        told.stream().map(one -> Arrays.copyOf(one.now(), steps)).toArray(double[][]::new);
    RunawayBound bound = RunawayBound.of(history);
    Arrays.stream(past).forEach(bound::apply);
    bound.apply(now);
    return new Lookback(
        history,
        told.stream().map(one -> one.expert().name()).toList(),
        told.stream().map(one -> Kind.of(one.expert())).toList(),
        origins,
        reach,
        past,
        now,
        told.stream().map(Told::fitted).toList(),
        List.copyOf(failed));
  }

  /** What one expert forecast. */
  private record Told(Expert expert, FittedExpert fitted, double[][] past, double[] now) {}

  /** Empty when it fails on this history. */
  private static Optional<Told> told(
      Expert expert, Prepared history, int[] fitEnds, int[] origins, int reach, int ahead) {
    int[] all = Arrays.copyOf(origins, origins.length + 1);
    all[origins.length] = history.length();
    int trusted = trusted(history, reach, ahead);
    try {
      FittedExpert[] fits = fits(expert.fitter(history.filled()), fitEnds);
      double[][] found = forecasts(fits, history.filled(), all, trusted);
      if (!RunawayBound.areNumbers(found)) {
        return Optional.empty();
      }
      double[][] past = new double[origins.length][];
      Arrays.setAll(past, o -> trusted == reach ? found[o] : Arrays.copyOf(found[o], reach));
      double[] now = onward(found[origins.length], ahead, season(history));
      return Optional.of(new Told(expert, fits[origins.length], past, now));
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }

  /** For each origin the parameters estimated on what lies before its fit's end. */
  private static FittedExpert[] fits(Fitter fitter, int[] fitEnds) {
    FittedExpert[] fits = new FittedExpert[fitEnds.length];
    for (int o = 0; o < fits.length; o++) {
      fits[o] = o > 0 && fitEnds[o] == fitEnds[o - 1] ? fits[o - 1] : fitter.fit(fitEnds[o]);
    }
    return fits;
  }

  /** Origins with the same fit in one pass. */
  private static double[][] forecasts(
      FittedExpert[] fits, double[] values, int[] origins, int horizon) {
    double[][] forecasts = new double[origins.length][];
    for (int from = 0, to; from < origins.length; from = to) {
      to = from + 1;
      while (to < origins.length && fits[to] == fits[from]) {
        to++;
      }
      int[] some = Arrays.copyOfRange(origins, from, to);
      double[][] found = fits[from].forecast(values, some, horizon);
      System.arraycopy(found, 0, forecasts, from, found.length);
    }
    return forecasts;
  }

  /**
   * Parameters are estimated anew every so often, so that forecasts of the past are made about as
   * close to their fit as the one that is asked for. That one is the last.
   */
  private static int[] fitEnds(int fitEnd, int[] origins, int length) {
    int fits = length <= SHORT ? FITS_SHORT : FITS;
    int[] fitEnds = new int[origins.length + 1];
    for (int fit = 0; fit < fits; fit++) {
      int from = origins.length * fit / fits;
      int to = origins.length * (fit + 1) / fits;
      if (from < to) {
        Arrays.fill(fitEnds, from, to, fit == 0 ? fitEnd : origins[from]);
      }
    }
    fitEnds[origins.length] = length;
    return fitEnds;
  }

  /** What a fitted member forecasts from the end of a history. */
  public static double[] now(FittedExpert expert, Prepared history, int reach, int steps) {
    int[] end = {history.length()};
    int trusted = trusted(history, reach, steps);
    return onward(expert.forecast(history.filled(), end, trusted)[0], steps, season(history));
  }

  private static int season(Prepared history) {
    int[] periods = history.periods();
    return periods.length == 0 ? 1 : periods[periods.length - 1];
  }

  /** Steps ahead that members forecast; beyond them a trend is not trusted. */
  private static int trusted(Prepared history, int reach, int steps) {
    return Math.min(steps, Math.max(reach, season(history)));
  }

  /** Beyond what was looked back at, the last season is repeated. */
  private static double[] onward(double[] near, int steps, int season) {
    double[] all = Arrays.copyOf(near, steps);
    for (int h = near.length; h < steps; h++) {
      all[h] = all[h - season];
    }
    return all;
  }

  /** The same forecasts of the past, with a longer history and what is forecast from its end. */
  public Lookback after(Prepared longer, double[][] newNow) {
    RunawayBound.of(longer).apply(newNow);
    return new Lookback(longer, names, kinds, origins, reach, past, newNow, fitted, failed);
  }

  /** The same with its first members alone. */
  public Lookback first(int count) {
    return new Lookback(
        history,
        names.subList(0, count),
        kinds.subList(0, count),
        origins,
        reach,
        Arrays.copyOf(past, count),
        Arrays.copyOf(now, count),
        fitted,
        failed);
  }

  /** The same with one more member. */
  public Lookback with(String name, Kind kind, double[][] newPast, double[] newNow) {
    double[][][] allPast = Arrays.copyOf(past, past.length + 1);
    double[][] allNow = Arrays.copyOf(now, now.length + 1);
    allPast[past.length] = newPast;
    allNow[now.length] = newNow;
    RunawayBound bound = RunawayBound.of(history);
    bound.apply(newPast);
    bound.apply(newNow);
    return new Lookback(
        history,
        java.util.stream.Stream.concat(names.stream(), java.util.stream.Stream.of(name)).toList(),
        java.util.stream.Stream.concat(kinds.stream(), java.util.stream.Stream.of(kind)).toList(),
        origins,
        reach,
        allPast,
        allNow,
        fitted,
        failed);
  }

  /** The same with its last member alone. */
  public Lookback last() {
    int last = members() - 1;
    return new Lookback(
        history,
        List.of(names.get(last)),
        List.of(kinds.get(last)),
        origins,
        reach,
        new double[][][] {past[last]},
        new double[][] {now[last]},
        fitted,
        failed);
  }

  public int members() {
    return past.length;
  }

  /** The same with other forecasts of the past by its last member. */
  public Lookback withLast(double[][] otherPast) {
    double[][][] others = past.clone();
    others[others.length - 1] = otherPast;
    RunawayBound.of(history).apply(otherPast);
    return new Lookback(history, names, kinds, origins, reach, others, now, fitted, failed);
  }

  /** How many steps before the end of the history a forecast step of the past lies, from 1. */
  public int beforeEnd(int origin, int ahead) {
    return history.length() - origins[origin] - ahead;
  }

  /** What came {@code ahead} + 1 steps after an origin; NaN when unknown. */
  public double actual(int origin, int ahead) {
    int step = origins[origin] + ahead;
    return step < history.length() ? history.observed()[step] : Double.NaN;
  }

  /** The same as long as it lies before step {@code visible}; NaN beyond. */
  double actual(int origin, int ahead, int visible) {
    return origins[origin] + ahead < visible ? actual(origin, ahead) : Double.NaN;
  }

  /** What the members forecast from a past origin, [member][step ahead - 1]. */
  double[][] past(int origin) {
    double[][] members = new double[past.length][];
    Arrays.setAll(members, m -> past[m][origin]);
    return members;
  }

  /** In-sample error of the seasonal naive forecast over the whole history; never 0. */
  public double naiveError() {
    return Spread.naiveError(history.observed(), history.length(), history.period());
  }

  /** What repeating the last season would have forecast. */
  public double naive(int origin, int ahead) {
    int period = Math.min(history.period(), origins[origin]);
    return history.filled()[origins[origin] - period + ahead % period];
  }

  /** Two periods of the longest usable season for the fit, if half the history allows. */
  private static int fitEnd(Prepared history, int steps) {
    int length = history.length();
    int half = length / 2;
    // Long horizons leave at least a third of the history to learn from.
    int wanted = Math.max(half, length - 6 * Math.max(steps, 2 * history.period()));
    int longest = 1;
    for (int period : history.periods()) {
      if (2 * period <= length - Math.max(2, length / 4)) {
        longest = period;
      }
    }
    return Math.clamp(wanted, Math.min(2 * longest + 1, length - 2), length - 2);
  }

  private static int[] origins(int fitEnd, int length, int reach) {
    // Half the windows may stick out over the end, so that the newest steps count too.
    int last = Math.max(fitEnd, length - Math.max(1, reach / 2));
    int span = last - fitEnd;
    int wanted = Math.max(FEWEST, 1 + PER_REACH * span / reach);
    int count = Math.min(wanted, Math.min(ORIGINS, span + 1));
    int[] origins = new int[count];
    for (int i = 0; i < count; i++) {
      origins[i] = count == 1 ? fitEnd : fitEnd + (int) ((long) span * i / (count - 1));
    }
    return origins;
  }
}
