package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.answer.AmountUnit;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.series.Series;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Questions kept as a file, so that an economy is lived and stored once for many measurements. */
final class QuestionFiles {

  private QuestionFiles() {}

  static void write(Path file, List<Question> questions) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
      out.writeInt(questions.size());
      for (Question question : questions) {
        write(out, question);
      }
    }
  }

  private static void write(DataOutputStream out, Question question) throws IOException {
    HistoricalMetrics known = question.known();
    out.writeLong(question.seed());
    out.writeInt(question.origin());
    out.writeUTF(question.creator());
    out.writeUTF(known.start().toString());
    out.writeBoolean(known.nonNegative());
    out.writeUTF(known.unit().currency().map(Currency::getCurrencyCode).orElse(""));
    out.writeInt(known.series().size());
    for (int s = 0; s < known.series().size(); s++) {
      out.writeUTF(known.series().get(s).id());
      write(out, known.series().get(s).toArray());
      write(out, question.came()[s]);
    }
  }

  private static void write(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  static List<Question> read(Path file) throws IOException {
    List<Question> questions = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
      for (int left = in.readInt(); left > 0; left--) {
        questions.add(question(in));
      }
    }
    return questions;
  }

  private static Question question(DataInputStream in) throws IOException {
    long seed = in.readLong();
    int origin = in.readInt();
    String creator = in.readUTF();
    LocalDateTime start = LocalDateTime.parse(in.readUTF());
    boolean nonNegative = in.readBoolean();
    String currency = in.readUTF();
    int count = in.readInt();
    List<Series> series = new ArrayList<>();
    double[][] came = new double[count][];
    for (int s = 0; s < count; s++) {
      String id = in.readUTF();
      series.add(Series.of(id, values(in)));
      came[s] = values(in);
    }
    HistoricalMetrics known =
        new HistoricalMetrics(start, Granularity.DAY, series, nonNegative)
            .in(
                currency.isEmpty()
                    ? AmountUnit.NONE
                    : AmountUnit.minorOf(Currency.getInstance(currency)));
    return new Question(seed, origin, creator, known, came);
  }

  private static double[] values(DataInputStream in) throws IOException {
    double[] values = new double[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }
}
