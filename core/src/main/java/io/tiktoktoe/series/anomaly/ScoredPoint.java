package io.tiktoktoe.series.anomaly;

import java.util.List;
import java.util.Optional;

/**
 * Anomaly score of one step, judged from the steps before it and itself.
 *
 * @param step counted from 0
 * @param value what was observed; NaN when missing
 * @param expected what the steps before let expect
 * @param lo lower end of the usual range at the chosen sensitivity; NaN, as {@code hi}, while too
 *     little is known to tell
 * @param hi upper end of that range
 * @param score from 0 (usual) to 1; 0.5 stands for one in a thousand
 * @param anomaly whether the joint p-value is at most (1 - sensitivity) / 50
 * @param kind which kind of anomaly it is; empty when it is none
 * @param pValue how likely something as unusual is when nothing is wrong, all methods together
 * @param evidence what each method says
 */
public record ScoredPoint(
    int step,
    double value,
    double expected,
    double lo,
    double hi,
    double score,
    boolean anomaly,
    Optional<Kind> kind,
    double pValue,
    List<Evidence> evidence) {

  public ScoredPoint {
    evidence = List.copyOf(evidence);
  }

  /** The same verdict on a step of another number, with what was observed there. */
  public ScoredPoint at(int otherStep, double observed) {
    return new ScoredPoint(
        otherStep, observed, expected, lo, hi, score, anomaly, kind, pValue, evidence);
  }

  /**
   * The same, where later values have shown that a change of level began with it or before it; an
   * outage stays one, and what is no anomaly stays none.
   */
  ScoredPoint asLevel() {
    return kind.isEmpty() || kind.get() == Kind.ABSENCE
        ? this
        : new ScoredPoint(
            step,
            value,
            expected,
            lo,
            hi,
            score,
            anomaly,
            Optional.of(Kind.LEVEL),
            pValue,
            evidence);
  }

  /** Kinds of anomalies. */
  public enum Kind {
    /** A value by itself, too high or too low (point outlier). */
    POINT,
    /** Values that stay on another level (level shift, change point). */
    LEVEL,
    /** A course unlike that of earlier seasons (discord, collective outlier). */
    SHAPE,
    /** Nothing came where something was expected (outage). */
    ABSENCE
  }

  /** What looks for anomalies. */
  public enum Method {
    /** A single value far from what was expected. */
    SPIKE,
    /** Values that stay away from what was expected. */
    LEVEL_SHIFT,
    /** A stretch whose course differs from earlier ones. */
    SHAPE
  }

  /**
   * One method's say.
   *
   * @param method which
   * @param pValue under the method's own null, learned from the series
   * @param weight its weight in the joint p-value; the weights of a point sum to 1
   * @param contribution its share of the joint evidence; the shares of a point sum to 1
   */
  public record Evidence(Method method, double pValue, double weight, double contribution) {}
}
