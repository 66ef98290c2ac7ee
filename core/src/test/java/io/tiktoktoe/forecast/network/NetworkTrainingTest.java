package io.tiktoktoe.forecast.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NetworkTrainingTest {

  private static final TrainingOptions SHORT = new TrainingOptions(2, 60, 16, 2e-3, 5, .9);

  @Test
  void sixtyStepsAlreadyLowerTheLoss() {
    NetworkTraining training = NetworkTraining.start(SHORT, 2);
    double before = training.validationLoss(128);
    while (training.step() < 60) {
      training.advance();
    }
    assertThat(training.validationLoss(128)).isLessThan(.9 * before);
  }

  @Test
  void resumedTrainingGivesTheSameWeights() throws IOException {
    NetworkTraining through = NetworkTraining.start(SHORT, 2);
    NetworkTraining interrupted = NetworkTraining.start(SHORT, 2);
    for (int i = 0; i < 3; i++) {
      through.advance();
      interrupted.advance();
    }
    ByteArrayOutputStream checkpoint = new ByteArrayOutputStream();
    interrupted.checkpoint(checkpoint);
    NetworkTraining resumed =
        NetworkTraining.resume(SHORT, 2, new ByteArrayInputStream(checkpoint.toByteArray()));
    for (int i = 0; i < 3; i++) {
      through.advance();
      resumed.advance();
    }
    assertThat(resumed.step()).isEqualTo(6);
    assertThat(Arrays.equals(resumed.weights(.5).parameters(), through.weights(.5).parameters()))
        .isTrue();
  }

  @Test
  void threadsDoNotChangeTheWeights() {
    // Two full shards and a smaller one.
    TrainingOptions options = SHORT.withBatch(2 * TrainingShard.SERIES + 3);
    float[][] weights = new float[2][];
    double[] losses = new double[2];
    for (int threads = 1; threads <= 2; threads++) {
      try (NetworkTraining training = NetworkTraining.start(options, threads)) {
        for (int i = 0; i < 4; i++) {
          losses[threads - 1] += training.advance();
        }
        losses[threads - 1] += training.validationLoss(100);
        weights[threads - 1] = training.weights(.5).parameters();
      }
    }
    assertThat(weights[1]).isEqualTo(weights[0]);
    assertThat(losses[1]).isEqualTo(losses[0]);
  }

  @Test
  void weightsSurviveWritingAsHalfPrecision() throws IOException {
    NetworkTraining training = NetworkTraining.start(SHORT, 2);
    training.advance();
    NetworkWeights weights = training.weights(.25);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    weights.write(header, body);

    NetworkWeights read =
        NetworkWeights.read(
            new ByteArrayInputStream(header.toByteArray()),
            new ByteArrayInputStream(body.toByteArray()));

    assertThat(read.provenance()).isEqualTo(weights.provenance());
    assertThat(body.size()).isEqualTo(2 * NetworkShape.PARAMETERS);
    double worst = 0;
    for (int i = 0; i < NetworkShape.PARAMETERS; i++) {
      double expected = weights.parameters()[i];
      double slack = 1e-3 * Math.abs(expected) + 1e-7;
      worst = Math.max(worst, Math.abs(read.parameters()[i] - expected) / slack);
    }
    assertThat(worst).isLessThanOrEqualTo(1);
  }

  @Test
  void refusesAForeignCheckpointAndBadOptions() {
    byte[] foreign = new byte[64];
    assertThatThrownBy(() -> NetworkTraining.resume(SHORT, 2, new ByteArrayInputStream(foreign)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("checkpoint mark");
    assertThatThrownBy(() -> SHORT.withSteps(0)).hasMessageContaining("steps (0)");
    assertThatThrownBy(() -> SHORT.withLearningRate(2)).hasMessageContaining("learningRate (2.0)");
  }

  @Test
  void untrainedWeightsSaySo() {
    assertThat(NetworkWeights.untrained(1).provenance().trained()).isFalse();
  }
}
