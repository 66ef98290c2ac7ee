package io.tiktoktoe.forecast.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.forecast.network.Kernels.Block;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelsTest {

  @Test
  void buildRunsWithTheVectorApi() {
    assertThat(Kernels.best()).isInstanceOf(VectorKernels.class);
  }

  /** Sizes on both sides of every panel and row group, plain and transposed. */
  @ParameterizedTest
  @CsvSource({"1,1,1", "4,7,32", "5,160,256", "3,64,33", "8,3,31", "17,20,64", "2,256,100"})
  void bothKernelsMatchTheDefinition(int rows, int inner, int columns) {
    SplittableRandom random = new SplittableRandom(rows * 1000L + columns);
    float[] a = draw(random, rows * inner);
    float[] b = draw(random, inner * columns);
    float[] start = draw(random, rows * columns);
    for (Kernels kernels : new Kernels[] {new PlainKernels(), new VectorKernels()}) {
      float[] straight = start.clone();
      kernels.multiplyAdd(
          rows,
          inner,
          columns,
          Block.rows(a, 0, inner),
          Block.rows(b, 0, columns),
          Block.rows(straight, 0, columns));
      float[] turned = start.clone();
      kernels.multiplyAdd(
          rows,
          inner,
          columns,
          Block.rows(transpose(a, rows, inner), 0, rows).transposed(),
          Block.rows(b, 0, columns),
          Block.rows(turned, 0, columns));
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          double expected = start[row * columns + column];
          for (int k = 0; k < inner; k++) {
            expected += (double) a[row * inner + k] * b[k * columns + column];
          }
          int at = row * columns + column;
          assertThat((double) straight[at]).isCloseTo(expected, within(1e-4));
          assertThat((double) turned[at]).isCloseTo(expected, within(1e-4));
        }
      }
    }
  }

  private static float[] draw(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] transpose(float[] values, int rows, int columns) {
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return turned;
  }
}
