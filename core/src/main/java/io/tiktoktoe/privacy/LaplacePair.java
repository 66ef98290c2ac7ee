package io.tiktoktoe.privacy;

/**
 * Laplace mechanism: two-sided exponential distributions of scale 1 around {@code shift} (P) and 0
 * (Q). Left of both the loss is {@code -shift}, right of both {@code shift}: two atoms.
 *
 * @param shift sensitivity over scale, which is the pure epsilon
 */
record LaplacePair(double shift) implements OutputPair {

  /** Parts of the stretch between the two centres; each integral over it is smooth. */
  private static final int PARTS = 2_000;

  @Override
  public double highest() {
    return shift;
  }

  @Override
  public double logMoment(double s) {
    double twice = 2 * s + 1;
    double middle =
        Math.abs(twice * shift) < 1e-8 ? shift / 2 : -Math.expm1(-twice * shift) / (2 * twice);
    return s * shift + Math.log(0.5 + 0.5 * Math.exp(-twice * shift) + middle);
  }

  @Override
  public void nodes(double order, Nodes nodes) {
    nodes.add(Math.log(0.5), -shift);
    nodes.add(Math.log(0.5) - shift, shift);
    double width = shift / PARTS;
    // Gauss and Legendre's two points in each part.
    double offset = width / Math.sqrt(12);
    for (int i = 0; i < PARTS; i++) {
      double centre = (i + 0.5) * width;
      node(centre - offset, width / 2, nodes);
      node(centre + offset, width / 2, nodes);
    }
  }

  private void node(double x, double weight, Nodes nodes) {
    nodes.add(Math.log(weight / 2) - x, 2 * x - shift);
  }

  @Override
  public int atoms() {
    return 2;
  }

  @Override
  public double loss(int atom) {
    return atom == 0 ? -shift : shift;
  }

  @Override
  public double mass(int atom) {
    return atom == 0 ? 0.5 : 0.5 * Math.exp(-shift);
  }

  @Override
  public double outcome(double loss) {
    return Math.clamp((loss + shift) / 2, 0, shift);
  }

  @Override
  public double massP(double from, double to) {
    return 0.5 * Math.exp(to - shift) * -Math.expm1(from - to);
  }

  @Override
  public double massQ(double from, double to) {
    return 0.5 * Math.exp(-from) * -Math.expm1(from - to);
  }
}
