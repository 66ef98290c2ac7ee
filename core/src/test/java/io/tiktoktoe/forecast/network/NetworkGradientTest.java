package io.tiktoktoe.forecast.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.forecast.network.NetworkShape.Dense;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkGradientTest {

  static Stream<Arguments> layers() {
    return Stream.of(
        Arguments.of("stem", NetworkShape.STEM),
        Arguments.of("first widen", NetworkShape.WIDEN[0]),
        Arguments.of("first narrow", NetworkShape.NARROW[0]),
        Arguments.of("last widen", NetworkShape.WIDEN[NetworkShape.BLOCKS - 1]),
        Arguments.of("last narrow", NetworkShape.NARROW[NetworkShape.BLOCKS - 1]),
        Arguments.of("knots", NetworkShape.KNOT),
        Arguments.of("decode", NetworkShape.DECODE),
        Arguments.of("refine", NetworkShape.REFINE),
        Arguments.of("head", NetworkShape.HEAD));
  }

  /** The slope along each layer's gradient, against central finite differences of the loss. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void gradientMatchesFiniteDifferences(String name, Dense layer) {
    int count = 16;
    NetworkPass pass = new NetworkPass(Kernels.best(), count, 12);
    NetworkGradient gradient = new NetworkGradient(pass);
    TrainingBatch batch = filled(pass, count);
    float[] parameters = NetworkWeights.untrained(5).parameters().clone();
    // Away from the quiet start, where some layers hardly matter.
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += (float) (.02 * random.nextGaussian());
    }
    pass.forward(parameters, count);
    gradient.backward(parameters, count, batch.targets, batch.weights);
    float[] slopes = gradient.gradient().clone();
    double length = 0;
    for (int i = layer.offset(); i < layer.end(); i++) {
      length += slopes[i] * slopes[i];
    }
    length = Math.sqrt(length);
    double step = 2e-3 / Math.max(1, length);

    double up = lossAlong(pass, gradient, batch, parameters, slopes, layer, step / length);
    double down = lossAlong(pass, gradient, batch, parameters, slopes, layer, -step / length);

    assertThat((up - down) / (2 * step)).as(name).isCloseTo(length, within(.02 * length));
  }

  private static double lossAlong(
      NetworkPass pass,
      NetworkGradient gradient,
      TrainingBatch batch,
      float[] parameters,
      float[] slopes,
      Dense layer,
      double step) {
    float[] moved = parameters.clone();
    for (int i = layer.offset(); i < layer.end(); i++) {
      moved[i] += (float) (step * slopes[i]);
    }
    pass.forward(moved, pass.capacity);
    return gradient.backward(moved, pass.capacity, batch.targets, batch.weights);
  }

  private static TrainingBatch filled(NetworkPass pass, int count) {
    TrainingBatch batch = new TrainingBatch(pass);
    SyntheticSeries series = SyntheticSeries.stream(3, NetworkShape.HORIZON);
    SplittableRandom random = new SplittableRandom(4);
    for (int index = 0; index < count; index++) {
      batch.put(index, series.next(), random);
    }
    return batch;
  }
}
