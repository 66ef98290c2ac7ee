package io.tiktoktoe.forecast.network;

/**
 * The kernel in plain loops: the fallback and the reference for the SIMD form. Sums are kept in
 * doubles: exact enough to be the reference, and because no float is stored in the inner loop the
 * compiler may turn it into SIMD code by itself.
 */
final class PlainKernels implements Kernels {

  private static final int TERMS = 4;

  @Override
  public void multiplyAdd(int rows, int inner, int columns, Block a, Block b, Block c) {
    double[] sums = new double[columns];
    int fours = inner - inner % TERMS;
    for (int row = 0; row < rows; row++) {
      int at = c.offset() + row * c.rowStride();
      for (int column = 0; column < columns; column++) {
        sums[column] = c.values()[at + column];
      }
      for (int k = 0; k < fours; k += TERMS) {
        addFour(columns, a, row, k, b, sums);
      }
      for (int k = fours; k < inner; k++) {
        addOne(columns, factor(a, row, k), b.values(), b.offset() + k * b.rowStride(), sums);
      }
      for (int column = 0; column < columns; column++) {
        c.values()[at + column] = (float) sums[column];
      }
    }
  }

  private static double factor(Block a, int row, int k) {
    return a.values()[a.offset() + row * a.rowStride() + k * a.columnStride()];
  }

  private static void addFour(int columns, Block a, int row, int k, Block b, double[] sums) {
    double f0 = factor(a, row, k);
    double f1 = factor(a, row, k + 1);
    double f2 = factor(a, row, k + 2);
    double f3 = factor(a, row, k + 3);
    float[] bs = b.values();
    int b0 = b.offset() + k * b.rowStride();
    int b1 = b0 + b.rowStride();
    int b2 = b1 + b.rowStride();
    int b3 = b2 + b.rowStride();
    for (int i = 0; i < columns; i++) {
      sums[i] += f0 * bs[b0 + i] + f1 * bs[b1 + i] + f2 * bs[b2 + i] + f3 * bs[b3 + i];
    }
  }

  private static void addOne(int columns, double factor, float[] b, int from, double[] sums) {
    for (int i = 0; i < columns; i++) {
      sums[i] += factor * b[from + i];
    }
  }
}
