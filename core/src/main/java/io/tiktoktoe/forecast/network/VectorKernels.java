package io.tiktoktoe.forecast.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel on the Vector API: panels of two vectors, four rows at a time, so that eight sums stay
 * in registers while the panel of b stays in the first-level cache.
 */
final class VectorKernels implements Kernels {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int PANEL = 2 * LANES;

  @Override
  public void multiplyAdd(int rows, int inner, int columns, Block a, Block b, Block c) {
    int wide = columns - columns % PANEL;
    int fours = rows - rows % 4;
    for (int column = 0; column < wide; column += PANEL) {
      for (int row = 0; row < fours; row += 4) {
        fourRows(inner, a, row, b, column, c);
      }
      for (int row = fours; row < rows; row++) {
        oneRow(inner, a, row, b, column, c);
      }
    }
    for (int row = 0; wide < columns && row < rows; row++) {
      tail(inner, columns, wide, a, row, b, c);
    }
  }

  private static void fourRows(int inner, Block a, int row, Block b, int column, Block c) {
    float[] as = a.values();
    int cRow = c.rowStride();
    int cAt = c.offset() + row * cRow + column;
    int aRow = a.rowStride();
    int from = a.offset() + row * aRow;
    int with = b.offset() + column;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c.values(), cAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c.values(), cAt + LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c.values(), cAt + cRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c.values(), cAt + cRow + LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c.values(), cAt + 2 * cRow);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c.values(), cAt + 2 * cRow + LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c.values(), cAt + 3 * cRow);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c.values(), cAt + 3 * cRow + LANES);
    for (int k = 0; k < inner; k++, from += a.columnStride(), with += b.rowStride()) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b.values(), with);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b.values(), with + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, as[from]);
      s00 = a0.fma(b0, s00);
      s01 = a0.fma(b1, s01);
      FloatVector a1 = FloatVector.broadcast(SPECIES, as[from + aRow]);
      s10 = a1.fma(b0, s10);
      s11 = a1.fma(b1, s11);
      FloatVector a2 = FloatVector.broadcast(SPECIES, as[from + 2 * aRow]);
      s20 = a2.fma(b0, s20);
      s21 = a2.fma(b1, s21);
      FloatVector a3 = FloatVector.broadcast(SPECIES, as[from + 3 * aRow]);
      s30 = a3.fma(b0, s30);
      s31 = a3.fma(b1, s31);
    }
    s00.intoArray(c.values(), cAt);
    s01.intoArray(c.values(), cAt + LANES);
    s10.intoArray(c.values(), cAt + cRow);
    s11.intoArray(c.values(), cAt + cRow + LANES);
    s20.intoArray(c.values(), cAt + 2 * cRow);
    s21.intoArray(c.values(), cAt + 2 * cRow + LANES);
    s30.intoArray(c.values(), cAt + 3 * cRow);
    s31.intoArray(c.values(), cAt + 3 * cRow + LANES);
  }

  private static void oneRow(int inner, Block a, int row, Block b, int column, Block c) {
    int at = c.offset() + row * c.rowStride() + column;
    FloatVector s0 = FloatVector.fromArray(SPECIES, c.values(), at);
    FloatVector s1 = FloatVector.fromArray(SPECIES, c.values(), at + LANES);
    int from = a.offset() + row * a.rowStride();
    int with = b.offset() + column;
    for (int k = 0; k < inner; k++) {
      FloatVector factor = FloatVector.broadcast(SPECIES, a.values()[from]);
      s0 = factor.fma(FloatVector.fromArray(SPECIES, b.values(), with), s0);
      s1 = factor.fma(FloatVector.fromArray(SPECIES, b.values(), with + LANES), s1);
      from += a.columnStride();
      with += b.rowStride();
    }
    s0.intoArray(c.values(), at);
    s1.intoArray(c.values(), at + LANES);
  }

  private static void tail(int inner, int columns, int wide, Block a, int row, Block b, Block c) {
    int at = c.offset() + row * c.rowStride();
    for (int k = 0; k < inner; k++) {
      float factor = a.values()[a.offset() + row * a.rowStride() + k * a.columnStride()];
      int with = b.offset() + k * b.rowStride();
      for (int column = wide; column < columns; column++) {
        c.values()[at + column] =
            Math.fma(factor, b.values()[with + column], c.values()[at + column]);
      }
    }
  }
}
