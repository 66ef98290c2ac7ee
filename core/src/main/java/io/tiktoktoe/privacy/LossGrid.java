package io.tiktoktoe.privacy;

/**
 * Privacy loss distribution on a grid, by connecting dots: the mass of P and of Q between two grid
 * points goes to both so that each keeps its sum. No distribution on the grid that is never below
 * the true privacy curve is closer to it. Source: Doroshenko, Ghazi, Kamath, Kumar and Manurangsi,
 * "Connect the Dots", PoPETs 2022. Masses are kept tilted (exponential change of measure), so that
 * what happens with a chance of 1e-12 is as exact as the rest.
 */
final class LossGrid {

  private final double width;
  private final long first;
  private final double tilt;
  private final double logScale;
  private final double[] masses;

  /**
   * An empty grid.
   *
   * @param width between two points
   * @param first index of the first point; its loss is the index times the width
   * @param count how many points
   * @param tilt masses are multiplied with {@code exp(tilt loss)}
   * @param logScale about the logarithm of their sum, by which they are divided
   */
  LossGrid(double width, long first, int count, double tilt, double logScale) {
    this.width = width;
    this.first = first;
    this.tilt = tilt;
    this.logScale = logScale;
    this.masses = new double[count];
  }

  long first() {
    return first;
  }

  long last() {
    return first + masses.length - 1;
  }

  double loss(long index) {
    return index * width;
  }

  /** Adds the mass that lies between a grid point and the next. */
  void cell(long index, double massP, double massQ) {
    double left = loss(index);
    double scaled = massQ == 0 ? 0 : Math.exp(left + Math.log(massQ));
    split(index, massP, (massP - scaled) / -Math.expm1(-width));
  }

  /** Adds a mass of P at one loss. */
  void atom(double loss, double massP) {
    long index = (long) Math.floor(loss / width);
    if (index >= last()) {
      add(last(), massP);
    } else if (index < first) {
      add(first, massP);
    } else {
      split(index, massP, massP * Math.expm1(loss(index) - loss) / Math.expm1(-width));
    }
  }

  private void split(long index, double massP, double right) {
    double upper = Math.max(0, Math.min(right, massP));
    add(index, massP - upper);
    add(index + 1, upper);
  }

  private void add(long index, double massP) {
    if (massP > 0) {
      masses[(int) (index - first)] += Math.exp(Math.log(massP) + tilt * loss(index) - logScale);
    }
  }

  /** Makes the sum 1 and tells the logarithm of what it was. */
  double normalise() {
    double sum = 0;
    for (double mass : masses) {
      sum += mass;
    }
    for (int i = 0; i < masses.length; i++) {
      masses[i] /= sum;
    }
    return Math.log(sum) + logScale;
  }

  /** Adds the masses to a ring: a grid whose indices are taken modulo its length. */
  void wrapInto(double[] ring) {
    int at = (int) Math.floorMod(first, (long) ring.length);
    for (double mass : masses) {
      ring[at] += mass;
      at = at + 1 == ring.length ? 0 : at + 1;
    }
  }
}
