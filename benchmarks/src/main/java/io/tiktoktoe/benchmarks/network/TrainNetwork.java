package io.tiktoktoe.benchmarks.network;

import io.tiktoktoe.forecast.network.NetworkTraining;
import io.tiktoktoe.forecast.network.TrainingOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalTime;

/**
 * Trains the network and writes checkpoint and weights into a folder; started again with the same
 * folder it goes on where it stopped. Arguments: folder [steps [batch [learning rate [seed
 * [threads]]]]].
 *
 * <p>The best weights by validation loss are {@code network.weights} and {@code
 * network.properties}: copy them to core's resources to ship them.
 */
public final class TrainNetwork {

  private static final int VALIDATION_SERIES = 2048;
  private static final int REPORT_EVERY = 500;

  private TrainNetwork() {}

  /** Runs the training of the arguments. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      System.err.println(
          "usage: TrainNetwork FOLDER [steps [batch [learning-rate [seed [threads]]]]]");
      System.exit(2);
    }
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    TrainingOptions options = TrainingOptions.defaults();
    if (arguments.length > 1) {
      options = options.withSteps(Long.parseLong(arguments[1]));
    }
    if (arguments.length > 2) {
      options = options.withBatch(Integer.parseInt(arguments[2]));
    }
    if (arguments.length > 3) {
      options = options.withLearningRate(Double.parseDouble(arguments[3]));
    }
    if (arguments.length > 4) {
      options = options.withSeed(Long.parseLong(arguments[4]));
    }
    int threads =
        arguments.length > 5
            ? Integer.parseInt(arguments[5])
            : Runtime.getRuntime().availableProcessors();
    try (NetworkTraining training = open(folder, options, threads)) {
      run(folder, options, training);
    }
  }

  private static void run(Path folder, TrainingOptions options, NetworkTraining training)
      throws IOException {
    double best = Double.MAX_VALUE;
    double loss = 0;
    long since = System.nanoTime();
    while (training.step() < options.steps()) {
      loss += training.advance() / REPORT_EVERY;
      if (training.step() % REPORT_EVERY == 0 || training.step() == options.steps()) {
        Duration taken = Duration.ofNanos(System.nanoTime() - since);
        double validation = training.validationLoss(VALIDATION_SERIES);
        System.out.printf(
            "%tT step %d training %.4f validation %.5f seconds %.1f%n",
            LocalTime.now(), training.step(), loss, validation, taken.toMillis() / 1e3);
        save(folder, training);
        if (validation < best) {
          best = validation;
          write(folder, training, validation);
        }
        loss = 0;
        since = System.nanoTime();
      }
    }
  }

  private static NetworkTraining open(Path folder, TrainingOptions options, int threads)
      throws IOException {
    Path checkpoint = folder.resolve("checkpoint");
    if (!Files.exists(checkpoint)) {
      return NetworkTraining.start(options, threads);
    }
    try (InputStream in = Files.newInputStream(checkpoint)) {
      NetworkTraining training = NetworkTraining.resume(options, threads, in);
      System.out.printf("resumed at step %d%n", training.step());
      return training;
    }
  }

  private static void save(Path folder, NetworkTraining training) throws IOException {
    Path part = folder.resolve("checkpoint.part");
    try (OutputStream out = Files.newOutputStream(part)) {
      training.checkpoint(out);
    }
    // Moved in one go: a run killed while writing must not lose the checkpoint before.
    Files.move(
        part,
        folder.resolve("checkpoint"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(Path folder, NetworkTraining training, double validation)
      throws IOException {
    try (OutputStream header = Files.newOutputStream(folder.resolve("network.properties"));
        OutputStream body = Files.newOutputStream(folder.resolve("network.weights"))) {
      training.weights(validation).write(header, body);
    }
  }
}
