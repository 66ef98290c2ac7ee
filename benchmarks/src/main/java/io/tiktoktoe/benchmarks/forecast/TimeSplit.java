package io.tiktoktoe.benchmarks.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingStream;

/**
 * Where forecasting spends its time, by sampling the stacks of its threads: what lies outside the
 * samples is compiling and collecting garbage.
 */
final class TimeSplit {

  private static final Duration EVERY = Duration.ofMillis(10);

  /** The first part one of whose names occurs in a stack, asked from the innermost frame out. */
  private static final Map<String, List<String>> PARTS = parts();

  private final RecordingStream stream = new RecordingStream();
  private final Map<String, Integer> samples = new LinkedHashMap<>();
  private int all;

  private TimeSplit() {
    PARTS.keySet().forEach(part -> samples.put(part, 0));
    stream.enable("jdk.ExecutionSample").withPeriod(EVERY);
    stream.onEvent("jdk.ExecutionSample", this::count);
    stream.startAsync();
  }

  private static Map<String, List<String>> parts() {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    parts.put("backtest", List.of("SeriesForecaster.backtest"));
    parts.put("sparse", List.of("SparseHistory."));
    parts.put("boosting, training", List.of("BoostingMember.fit", "TreeGrowing."));
    parts.put("boosting, forecasting", List.of("BoostingMember.add"));
    parts.put("network", List.of("NetworkMember."));
    parts.put("Bayesian", List.of("BayesianModel."));
    parts.put(
        "experts",
        List.of("Ets.", "DynamicTheta.", "ComplexSmoothing.", "LevelShape.", "DoubleSeason."));
    parts.put("weights", List.of("PoolLearning.weights", "MemberWeights.found"));
    parts.put(
        "calibration",
        List.of("PoolLearning.stretch", "Blend.", "ErrorModel.", "Spread.", "Scores."));
    return parts;
  }

  static TimeSplit start() {
    return new TimeSplit();
  }

  private void count(RecordedEvent event) {
    if (event.getStackTrace() == null) {
      return;
    }
    List<String> frames = new ArrayList<>();
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      String type = frame.getMethod().getType().getName();
      frames.add(type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName());
    }
    if (frames.stream().noneMatch(frame -> frame.startsWith("Parallel."))
        && frames.stream().noneMatch(frame -> frame.startsWith("BatchForecaster."))) {
      return;
    }
    all++;
    for (Map.Entry<String, List<String>> part : PARTS.entrySet()) {
      if (frames.stream().anyMatch(frame -> part.getValue().stream().anyMatch(frame::startsWith))) {
        samples.merge(part.getKey(), 1, Integer::sum);
        return;
      }
    }
  }

  /** A line that shares out this much processor time. */
  String end(double cpuSeconds) {
    stream.stop();
    stream.close();
    StringBuilder line = new StringBuilder("  of the forecasting threads' time");
    int other = all;
    for (Map.Entry<String, Integer> part : samples.entrySet()) {
      other -= part.getValue();
      line.append(share(part.getKey(), part.getValue()));
    }
    return line.append(share("other", other)).toString();
  }

  private String share(String part, int count) {
    return String.format(Locale.ROOT, "; %s %.0f%%", part, 100.0 * count / Math.max(1, all));
  }
}
