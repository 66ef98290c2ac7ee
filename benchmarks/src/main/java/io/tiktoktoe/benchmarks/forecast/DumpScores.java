package io.tiktoktoe.benchmarks.forecast;
import io.tiktoktoe.forecast.*;
import io.tiktoktoe.forecast.level.*;
import io.tiktoktoe.outlook.*;
import java.nio.file.Path;
import java.time.Instant;
import java.util.*;
import java.util.stream.*;
public final class DumpScores {
  public static void main(String[] files) throws Exception {
    List<Question> qs = new ArrayList<>();
    for (String f : files) qs.addAll(f.startsWith("other") ? OtherQuestions.of(60, Long.parseLong(f.substring(5))) : QuestionFiles.read(Path.of(f)));
    List<String> lines = IntStream.range(0, qs.size()).parallel().mapToObj(at -> {
      Question q = qs.get(at);
      Predictions a = PredictiveAnalyticsEngine.generatePredictions(q.known(), PredictionContext.daily(Instant.EPOCH, 0).withPaths(1000), LearnedModel.NONE.with(LevelRisk.NONE), q.creator());
      StringBuilder b = new StringBuilder();
      for (int s = 0; s < q.came().length; s++) {
        double[] h = q.known().series().get(s).toArray();
        if (Arrays.stream(h).noneMatch(v -> v > 0)) continue;
        b.append(HistoryClass.of(h)).append(' ').append(q.known().series().get(s).id().replace(' ', '_')).append(' ').append(q.seed()).append(' ').append(h.length);
        for (int d : Holding.HORIZONS) {
          double[] sums = a.series().get(s).paths().sums(d); Arrays.sort(sums);
          Tie t = Tie.in(sums, q.of(s, d));
          b.append(String.format(" %.5f %.5f", t.below(), t.through()));
        }
        b.append(" |");
        for (double v : h) b.append(' ').append((long) (Double.isNaN(v) ? -1 : v));
        b.append('\n');
      }
      return b.toString();
    }).toList();
    lines.forEach(System.out::print);
  }
}
