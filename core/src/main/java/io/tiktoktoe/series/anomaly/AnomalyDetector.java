package io.tiktoktoe.series.anomaly;

import io.tiktoktoe.series.MonthDays;
import io.tiktoktoe.series.Seasons;
import io.tiktoktoe.series.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/**
 * Online anomaly detection in a time series: the score of a step uses that step and earlier ones
 * only. Not thread safe: one detector per series.
 *
 * <p>Three methods watch the residual of a slow level plus seasons: {@link ScoredPoint.Method}.
 * Each p-value is learned from the series' own past, extremes by the theory of extreme values; they
 * are joined with weights that the series itself decides. Values that have never been negative are
 * watched on the square-root scale, where the spread of counts and money changes less with their
 * size.
 *
 * <p>Tens of microseconds per value and at most 8,192 remembered steps, whatever the series'
 * length.
 */
public final class AnomalyDetector {

  /** Most steps from which seasons and scale are learned anew. */
  private static final int HISTORY = 8_192;

  /** Seasons are looked for first at this length, then at each doubling. */
  private static final int FIRST_SEARCH = 64;

  /** Of a repeated event this share of the score is left. */
  private static final double REPEATED = .4;

  /** A p-value of ten to the minus this is scored 0.5. */
  private static final double HALF_SCORE = 3;

  /** Values before the flagged one that have been away from what was expected, for a level. */
  private static final int SEVERAL = 2;

  /** A flagged value as rare as this by itself may begin a new level. */
  private static final double OUTLYING = .01;

  /** The chance of a course above which it is usual. */
  private static final double USUAL_COURSE = .05;

  /** Flags per point that the decision allows, per unit of 1 - sensitivity. */
  private static final double ALLOWED = 1.0 / 50;

  private final AnomalyOptions options;
  private final Optional<IntUnaryOperator> days;
  private final SidedNovelty novelty;
  private final SidedNovelty alarms;
  private final Rise rise = new Rise();
  private final NewLevel newLevel = new NewLevel();
  private final Episodes episodes = new Episodes();
  private double[] history = new double[FIRST_SEARCH];
  private int step;
  private int nextSearch = FIRST_SEARCH;
  private int[] periods;
  private boolean squareRoot = true;
  private boolean monthly;
  private double courseBefore = 1;
  private int flagged;

  /** Whether values have been away since an alarm that they are. */
  private boolean away;

  private OptionalInt levelSince = OptionalInt.empty();
  private Watch watch;

  /** A detector that has seen nothing yet. */
  public AnomalyDetector(AnomalyOptions options) {
    this(options, Optional.empty());
  }

  private AnomalyDetector(AnomalyOptions options, Optional<IntUnaryOperator> days) {
    this.options = options;
    this.days = days;
    this.novelty = new SidedNovelty(options.quiet());
    this.alarms = new SidedNovelty(options.quiet());
    this.periods = options.periods().stream().mapToInt(Integer::intValue).toArray();
    this.watch = new Watch(options.memory(), periods, Optional.empty(), true);
  }

  /**
   * Scores every step of {@code series} as if it arrived now. Kinds alone are told with what came
   * later: what stayed is a level from its first flagged step on.
   */
  public static List<ScoredPoint> detect(Series series, AnomalyOptions options) {
    return detect(series, new AnomalyDetector(options));
  }

  /**
   * The same for days: charges or salaries on some days of the month are expected where they have
   * come before, and missed where they fail.
   *
   * @param first day of the first value
   */
  public static List<ScoredPoint> detectDays(
      Series series, LocalDate first, AnomalyOptions options) {
    int[] days = new int[series.length()];
    Arrays.setAll(days, step -> first.plusDays(step).getDayOfMonth() - 1);
    return detect(series, new AnomalyDetector(options, Optional.of(step -> days[step])));
  }

  private static List<ScoredPoint> detect(Series series, AnomalyDetector detector) {
    List<ScoredPoint> points = new ArrayList<>(series.length());
    for (int step = 0; step < series.length(); step++) {
      points.add(detector.next(series.value(step)));
      for (int at = detector.levelSince().orElse(step + 1); at <= step; at++) {
        points.set(at, points.get(at).asLevel());
      }
    }
    return List.copyOf(points);
  }

  /**
   * The flagged step since which values have stayed elsewhere, at the step where that is first
   * known; empty at all others. What was told as a point or a course then was a change of level.
   */
  public OptionalInt levelSince() {
    return levelSince;
  }

  /**
   * Scores the next value; NaN when it is missing.
   *
   * @throws IllegalArgumentException if it is infinite, or negative though the options exclude that
   */
  public ScoredPoint next(double value) {
    requireAllowed(value);
    if (value < 0 && squareRoot) {
      squareRoot = false;
      relearn();
    } else if (step == nextSearch) {
      search();
    }
    double chance = (1 - options.sensitivity()) * ALLOWED;
    Watch.Verdict verdict = watch.judge(value, chance);
    double joint = episodes.atLeast(EvidencePool.join(verdict.weights(), verdict.pValues()));
    double orders = Math.max(0, -Math.log10(Math.max(Double.MIN_NORMAL, joint)));
    double score = orders / (orders + HALF_SCORE);
    boolean anomaly = isAlarm(joint <= chance ? score : 0, verdict);
    boolean more = rise.isMore(score, joint);
    boolean news = (novelty.isNews(score, side(verdict)) && more) | anomaly;
    remember(value);
    List<ScoredPoint.Evidence> evidence =
        EvidencePool.evidence(verdict.weights(), verdict.pValues());
    Optional<ScoredPoint.Kind> kind =
        anomaly ? Optional.of(kind(value, verdict, evidence)) : Optional.empty();
    followLevel(kind, verdict);
    courseBefore = verdict.pValues()[ScoredPoint.Method.SHAPE.ordinal()];
    // Where a first payment is nothing unusual a range of nothing is not shown.
    boolean shown = anomaly || verdict.tells();
    return new ScoredPoint(
        step++,
        value,
        possible(verdict.expected()),
        shown ? possible(verdict.lo()) : Double.NaN,
        shown ? possible(verdict.hi()) : Double.NaN,
        news ? score : REPEATED * score,
        anomaly,
        kind,
        joint,
        evidence);
  }

  /**
   * Whether to tell of a step whose p-value is low enough. Only what was told is a repetition: an
   * alarm is silenced by earlier alarms, and by the change of level that it goes on with.
   *
   * @param score 0 where the p-value is too high
   */
  private boolean isAlarm(double score, Watch.Verdict verdict) {
    boolean goesOn =
        newLevel.goesOn(verdict.level() + verdict.deviation()) || (away && verdict.away() > 0);
    return alarms.isNews(score, side(verdict)) && score > 0 && !goesOn;
  }

  /** On which side a value lies that is unusual by itself; 0 when it is not. */
  private static double side(Watch.Verdict verdict) {
    boolean alone = verdict.pValues()[ScoredPoint.Method.SPIKE.ordinal()] <= OUTLYING;
    return alone ? Math.signum(verdict.deviation()) : 0;
  }

  /** Begins with a flagged value, and sees whether those after it stay. */
  private void followLevel(Optional<ScoredPoint.Kind> kind, Watch.Verdict verdict) {
    boolean shift = kind.isPresent() && kind.get() == ScoredPoint.Kind.LEVEL;
    away = shift || (away && verdict.away() > 0);
    boolean level = newLevel.see(verdict.level() + verdict.deviation(), verdict.level());
    levelSince = level ? OptionalInt.of(flagged) : OptionalInt.empty();
    if (kind.isPresent() && !shift && side(verdict) != 0) {
      flagged = step;
      int season = Arrays.stream(periods).max().orElse(0);
      boolean course = kind.get() == ScoredPoint.Kind.SHAPE;
      newLevel.begin(
          verdict.level(),
          verdict.deviation(),
          Math.max(NewLevel.VALUES, course ? season : NewLevel.VALUES));
    }
  }

  /** What a series that has never been negative is expected to be is not negative either. */
  private double possible(double value) {
    return squareRoot ? Math.max(0, value) : value;
  }

  /** By the method that says most; a course that only this value made unusual is no shape. */
  private ScoredPoint.Kind kind(
      double value, Watch.Verdict verdict, List<ScoredPoint.Evidence> evidence) {
    if (value == 0 && squareRoot && value < verdict.lo()) {
      return ScoredPoint.Kind.ABSENCE;
    }
    ScoredPoint.Evidence strongest =
        evidence.stream()
            .max(Comparator.comparingDouble(ScoredPoint.Evidence::contribution))
            .orElseThrow();
    return switch (strongest.method()) {
      case SPIKE -> ScoredPoint.Kind.POINT;
      case LEVEL_SHIFT ->
          verdict.away() < SEVERAL ? ScoredPoint.Kind.POINT : ScoredPoint.Kind.LEVEL;
      case SHAPE -> courseBefore > USUAL_COURSE ? ScoredPoint.Kind.POINT : ScoredPoint.Kind.SHAPE;
    };
  }

  private void requireAllowed(double value) {
    if (Double.isInfinite(value) || (options.nonNegative() && value < 0)) {
      throw new IllegalArgumentException(
          "value at step %d (%s) must be finite%s. Use NaN for a missing one."
              .formatted(step, value, options.nonNegative() ? " and not negative" : ""));
    }
  }

  private void search() {
    nextSearch = 2 * step;
    double[] recent = recent();
    Optional<IntUnaryOperator> months = recentDays().filter(day -> MonthDays.differ(recent, day));
    int[] now = periods;
    if (options.periods().isEmpty()) {
      // Days of the month look like a season of 30 or 31 steps, which they are not.
      int found = Seasons.find(months.map(day -> MonthDays.without(recent, day)).orElse(recent));
      now = found == 0 ? new int[0] : new int[] {found};
    }
    boolean nowMonthly = months.isPresent();
    if (nowMonthly != monthly || !Arrays.equals(now, periods)) {
      periods = now;
      monthly = nowMonthly;
      relearn();
    }
  }

  /** Days of the month by step from the first of the recent ones. */
  private Optional<IntUnaryOperator> recentDays() {
    int skipped = step - Math.min(step, HISTORY);
    return days.map(day -> at -> day.applyAsInt(skipped + at));
  }

  /** Learns the remembered steps again, on the scale and with the seasons known now. */
  private void relearn() {
    Optional<IntUnaryOperator> used = monthly ? recentDays() : Optional.empty();
    watch = new Watch(options.memory(), periods, used, squareRoot);
    newLevel.forget();
    for (double value : recent()) {
      watch.judge(value, 1);
    }
  }

  private double[] recent() {
    int count = Math.min(step, HISTORY);
    double[] recent = new double[count];
    for (int i = 0; i < count; i++) {
      recent[i] = history[(step - count + i) % history.length];
    }
    return recent;
  }

  private void remember(double value) {
    if (step >= history.length && history.length < HISTORY) {
      history = Arrays.copyOf(history, Math.min(HISTORY, 2 * history.length));
    }
    history[step % history.length] = value;
  }
}
