package io.tiktoktoe.forecast.network;

/** The kernel in plain loops: the fallback and the reference for the SIMD form. */
final class PlainKernels implements Kernels {

  @Override
  public void multiplyAdd(int rows, int inner, int columns, Block a, Block b, Block c) {
    float[] bs = b.values();
    float[] cs = c.values();
    for (int row = 0; row < rows; row++) {
      int at = c.offset() + row * c.rowStride();
      for (int k = 0; k < inner; k++) {
        float factor = a.values()[a.offset() + row * a.rowStride() + k * a.columnStride()];
        int from = b.offset() + k * b.rowStride();
        for (int column = 0; column < columns; column++) {
          cs[at + column] += factor * bs[from + column];
        }
      }
    }
  }
}
