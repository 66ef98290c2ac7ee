package io.tiktoktoe.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Additive noise mechanisms: the distributions whose noise hides one person in a statistic. */
public enum NoiseKind {
  /** Normal noise; the parameter is its standard deviation (sigma). */
  GAUSSIAN,
  /** Two-sided exponential noise; the parameter is its scale b, of variance 2 b squared. */
  LAPLACE,
  /** Normal noise on the whole numbers, proportional to {@code exp(-x^2 / (2 sigma^2))}. */
  DISCRETE_GAUSSIAN,
  /** Two-sided geometric noise on the whole numbers, proportional to {@code exp(-|x| / b)}. */
  DISCRETE_LAPLACE;

  /** Its name in files: small letters and low lines. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a name, in any letters. */
  public static Optional<NoiseKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.name().equalsIgnoreCase(label)).findFirst();
  }

  /** Whether its noise and the statistic are whole numbers. */
  boolean isDiscrete() {
    return this == DISCRETE_GAUSSIAN || this == DISCRETE_LAPLACE;
  }
}
