package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.insight.ContentPayments;
import java.util.Arrays;

/**
 * A conversion hazard of one kind of payment: each fan's propensity times the day's mood times what
 * comes anyway (with the fan's hours and activity) and what touches add.
 */
final class HazardGroup {

  private static final long DAY = 86_400;
  private static final double WEEK_DAYS = 7;

  /** Conversions that a day's mood is shrunk by. */
  private static final double MOOD_PRIOR = 10;

  /** Conversions that the first guesses count as: what was not seen yet may still be. */
  private static final double PRIOR = 3;

  /** How many times as fast fans pay while a live stream is on air, before anything is known. */
  private static final double ON_AIR_FACTOR = 20;

  private static final double LEAST_SHAPE = 0.2;
  private static final double MOST_SHAPE = 20;

  /** Days after a fan's last touch on which they still count as here. */
  private static final int STAYS_DAYS = 30;

  private final Setting setting;
  private final Conversions conversions;
  private LagKernel kernel;
  private double anyway;
  private double scale;
  private double onAirScale;
  private double firstAnyway;
  private double firstScale;
  private double firstOnAirScale;
  private final double[] propensity;
  private final double[] mood;
  private final float[] level;
  private final double[] caused;
  private final double[] causedOnAir;
  private final double[] unsure;
  private final double[] unsureOnAir;
  private final double[] exposure;
  private final double[] exposureOnAir;
  private double anywayCount;
  private double touchedCount;
  private double touchedCaused;

  /** What all groups share. */
  record Setting(
      ContentPayments payments,
      Touches touches,
      FanActivity activity,
      FanClock clock,
      OnAir onAir,
      int contents,
      long firstDay,
      int days) {

    int day(long seconds) {
      return (int) Math.clamp(Math.floorDiv(seconds, DAY) - firstDay, 0, days - 1L);
    }
  }

  HazardGroup(Setting setting, Conversions conversions, LagKernel kernel) {
    this.setting = setting;
    this.conversions = conversions;
    this.kernel = kernel;
    this.propensity = new double[setting.touches().fans()];
    this.mood = new double[setting.days()];
    this.level = new float[conversions.size()];
    this.caused = new double[setting.contents()];
    this.causedOnAir = new double[setting.contents()];
    this.unsure = new double[setting.contents()];
    this.unsureOnAir = new double[setting.contents()];
    this.exposure = new double[setting.contents()];
    this.exposureOnAir = new double[setting.contents()];
    Arrays.fill(propensity, 1);
    Arrays.fill(mood, 1);
    for (int i = 0; i < level.length; i++) {
      int fan = fan(i);
      long at = setting.payments().seconds()[conversions.row(i)];
      level[i] = (float) (setting.activity().at(fan, at) * setting.clock().factor(fan, at));
    }
    begin();
  }

  /** Half comes anyway, half by touches. */
  private void begin() {
    double[] days = anywayByDay();
    double fanDays = Arrays.stream(days).sum();
    anyway = fanDays > 0 ? 0.5 * conversions.size() / fanDays : 0;
    scale = setting.touches().size() > 0 ? 0.5 * conversions.size() / setting.touches().size() : 0;
    onAirScale = ON_AIR_FACTOR * anyway;
    firstAnyway = anyway;
    firstScale = scale;
    firstOnAirScale = onAirScale;
  }

  private int fan(int conversion) {
    return setting.payments().fan()[conversions.row(conversion)];
  }

  Conversions conversions() {
    return conversions;
  }

  double[] caused() {
    return caused;
  }

  double[] causedOnAir() {
    return causedOnAir;
  }

  double[] unsure() {
    return unsure;
  }

  double[] unsureOnAir() {
    return unsureOnAir;
  }

  double[] exposure() {
    return exposure;
  }

  double[] exposureOnAir() {
    return exposureOnAir;
  }

  /** The hazard a day that would be there anyway, of a conversion's fan at its time. */
  double anyway(int conversion) {
    return anyway * level[conversion] * common(conversion);
  }

  /** What one touch adds a day at a conversion. */
  double added(int conversion, int pair, ContentEffects touched, ContentEffects onAir) {
    return weight(pair, touched, onAir) * common(conversion);
  }

  private double common(int conversion) {
    long at = setting.payments().seconds()[conversions.row(conversion)];
    return propensity[fan(conversion)] * mood[setting.day(at)];
  }

  private double weight(int pair, ContentEffects touched, ContentEffects onAir) {
    int content = conversions.content(pair);
    byte span = conversions.span(pair);
    return switch (span) {
      case Conversions.ON_AIR -> onAirScale * onAir.of(content);
      case Conversions.NAMED -> 0;
      default -> scale * touched.of(content) * kernel.density(span);
    };
  }

  /** Expectation: to what each conversion is due. */
  void expect(ContentEffects touched, ContentEffects onAir) {
    Arrays.fill(caused, 0);
    Arrays.fill(causedOnAir, 0);
    Arrays.fill(unsure, 0);
    Arrays.fill(unsureOnAir, 0);
    anywayCount = 0;
    touchedCount = 0;
    touchedCaused = 0;
    double[] spans = new double[kernel.spans()];
    for (int i = 0; i < conversions.size(); i++) {
      double own = anyway * level[i];
      double sum = own;
      for (int pair = conversions.first(i); pair < conversions.first(i + 1); pair++) {
        sum += weight(pair, touched, onAir);
      }
      if (!(sum > own)) {
        anywayCount += sum > 0 && !isNamed(i) ? 1 : 0;
        continue;
      }
      touchedCount++;
      touchedCaused += 1 - own / sum;
      anywayCount += own / sum;
      for (int pair = conversions.first(i); pair < conversions.first(i + 1); pair++) {
        double share = weight(pair, touched, onAir) / sum;
        byte span = conversions.span(pair);
        if (span == Conversions.ON_AIR) {
          causedOnAir[conversions.content(pair)] += share;
          unsureOnAir[conversions.content(pair)] += share * (1 - share);
        } else {
          caused[conversions.content(pair)] += share;
          unsure[conversions.content(pair)] += share * (1 - share);
          spans[span] += share;
        }
      }
    }
    kernel = kernel.learned(spans);
  }

  /** Whether all that is known of a conversion's path is the content that the payment names. */
  boolean isNamed(int conversion) {
    int first = conversions.first(conversion);
    return first + 1 == conversions.first(conversion + 1)
        && conversions.span(first) == Conversions.NAMED;
  }

  /** The share of a payment after a touch that touches caused, on average. */
  double usualShare() {
    return touchedCount > 0 ? touchedCaused / touchedCount : 0.5;
  }

  /** Maximisation of what is this group's own; exposures are those of the new values. */
  void maximise(ContentEffects touched, ContentEffects onAir) {
    propensities(touched);
    moods(touched);
    double[] days = anywayByDay();
    double fanDays = 0;
    for (int day = 0; day < days.length; day++) {
      fanDays += days[day] * mood[day];
    }
    anyway = ratio(anywayCount, fanDays, firstAnyway);
    expose();
    for (int content = 0; content < exposureOnAir.length; content++) {
      int day = setting.day(setting.onAir().from(content));
      exposureOnAir[content] = setting.onAir().days(content) * days[day] * mood[day];
    }
    scale = ratio(sum(caused), expected(exposure, touched), firstScale);
    onAirScale = ratio(sum(causedOnAir), expected(exposureOnAir, onAir), firstOnAirScale);
    for (int content = 0; content < exposure.length; content++) {
      exposure[content] *= scale;
      exposureOnAir[content] *= onAirScale;
    }
  }

  /** A rate, shrunk to its first guess. */
  private static double ratio(double counts, double expected, double first) {
    return first > 0 ? (counts + PRIOR) / (expected + PRIOR / first) : 0;
  }

  private static double sum(double[] counts) {
    return Arrays.stream(counts).sum();
  }

  private static double expected(double[] exposure, ContentEffects effects) {
    double expected = 0;
    for (int i = 0; i < exposure.length; i++) {
      expected += exposure[i] * effects.of(i);
    }
    return expected;
  }

  private void expose() {
    Arrays.fill(exposure, 0);
    long end = (setting.firstDay() + setting.days()) * DAY;
    Touches touches = setting.touches();
    for (int fan = 0; fan < touches.fans(); fan++) {
      for (int i = touches.first(fan); i < touches.first(fan + 1); i++) {
        long at = touches.seconds(i);
        exposure[touches.content(i)] +=
            propensity[fan] * mood[setting.day(at)] * kernel.massWithin(end - at);
      }
    }
  }

  /** Gamma posterior means of each fan's propensity, whose shape the fans' counts tell. */
  private void propensities(ContentEffects touched) {
    double[] counts = new double[propensity.length];
    for (int i = 0; i < conversions.size(); i++) {
      counts[fan(i)]++;
    }
    double[] moods = cumulative(mood);
    double[] expected = new double[propensity.length];
    double squares = 1e-9;
    double excess = 1e-9;
    for (int fan = 0; fan < expected.length; fan++) {
      expected[fan] = expected(fan, moods, touched);
      double miss = counts[fan] - expected[fan];
      double weight = 1 / (1 + expected[fan]);
      excess += weight * Math.max(miss * miss - counts[fan], -expected[fan]);
      squares += weight * expected[fan] * expected[fan];
    }
    double shape = Math.clamp(squares / Math.max(1e-9, excess), LEAST_SHAPE, MOST_SHAPE);
    for (int fan = 0; fan < expected.length; fan++) {
      propensity[fan] = (shape + counts[fan]) / (shape + expected[fan]);
    }
  }

  private double expected(int fan, double[] moods, ContentEffects touched) {
    Touches touches = setting.touches();
    int first = touches.first(fan);
    int end = touches.first(fan + 1);
    if (first == end) {
      return anyway * STAYS_DAYS * setting.activity().idle(fan);
    }
    double days = moods[lastDay(fan) + 1] - moods[setting.day(touches.seconds(first))];
    double sum = anyway * setting.activity().idle(fan) * days;
    double perTouch = anyway * setting.activity().perTouch(fan) * WEEK_DAYS;
    for (int i = first; i < end; i++) {
      sum +=
          mood[setting.day(touches.seconds(i))]
              * (perTouch + scale * touched.of(touches.content(i)));
    }
    return sum;
  }

  private int lastDay(int fan) {
    Touches touches = setting.touches();
    long last = touches.seconds(touches.first(fan + 1) - 1);
    return setting.day(last + STAYS_DAYS * DAY);
  }

  private static double[] cumulative(double[] values) {
    double[] sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
    }
    return sums;
  }

  /** What fans would pay anyway on each day at a hazard of 1 and an even mood. */
  private double[] anywayByDay() {
    Touches touches = setting.touches();
    double[] steps = new double[setting.days() + 1];
    double[] days = new double[setting.days()];
    for (int fan = 0; fan < touches.fans(); fan++) {
      int first = touches.first(fan);
      int end = touches.first(fan + 1);
      if (first == end) {
        continue;
      }
      double idle = propensity[fan] * setting.activity().idle(fan);
      steps[setting.day(touches.seconds(first))] += idle;
      steps[lastDay(fan) + 1] -= idle;
      double perTouch = propensity[fan] * setting.activity().perTouch(fan) * WEEK_DAYS;
      for (int i = first; i < end; i++) {
        days[setting.day(touches.seconds(i))] += perTouch;
      }
    }
    double running = 0;
    for (int day = 0; day < days.length; day++) {
      running += steps[day];
      days[day] += Math.max(0, running);
    }
    return days;
  }

  private void moods(ContentEffects touched) {
    double[] expected = anywayByDay();
    for (int day = 0; day < expected.length; day++) {
      expected[day] *= anyway;
    }
    Touches touches = setting.touches();
    for (int fan = 0; fan < touches.fans(); fan++) {
      for (int i = touches.first(fan); i < touches.first(fan + 1); i++) {
        expected[setting.day(touches.seconds(i))] +=
            propensity[fan] * scale * touched.of(touches.content(i));
      }
    }
    double[] counts = new double[mood.length];
    for (int i = 0; i < conversions.size(); i++) {
      counts[setting.day(setting.payments().seconds()[conversions.row(i)])]++;
    }
    for (int day = 0; day < mood.length; day++) {
      mood[day] = (MOOD_PRIOR + counts[day]) / (MOOD_PRIOR + expected[day]);
    }
  }
}
