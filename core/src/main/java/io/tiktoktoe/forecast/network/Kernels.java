package io.tiktoktoe.forecast.network;

/**
 * The one arithmetic kernel of the network, a strided matrix product, in two forms that agree to
 * rounding: SIMD where {@code jdk.incubator.vector} is present, plain loops elsewhere.
 */
sealed interface Kernels permits PlainKernels, VectorKernels {

  /** A dense row-major block inside a flat array. */
  record Block(float[] values, int offset, int rowStride, int columnStride) {

    static Block rows(float[] values, int offset, int rowStride) {
      return new Block(values, offset, rowStride, 1);
    }

    /** The same numbers with rows and columns exchanged. */
    Block transposed() {
      return new Block(values, offset, columnStride, rowStride);
    }
  }

  /**
   * {@code c += a b} for a of rows x inner and b of inner x columns; b and c must have column
   * stride 1. Costs 2 rows inner columns flops.
   */
  void multiplyAdd(int rows, int inner, int columns, Block a, Block b, Block c);

  /** SIMD when the module is in the running JVM, plain otherwise. */
  static Kernels best() {
    return vectorModulePresent() ? new VectorKernels() : new PlainKernels();
  }

  /** Whether this JVM was started with the Vector API. */
  static boolean vectorModulePresent() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }
}
