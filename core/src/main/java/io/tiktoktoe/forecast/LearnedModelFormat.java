package io.tiktoktoe.forecast;

import io.tiktoktoe.answer.AmountUnit;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.forecast.boosting.BoostingMember;
import io.tiktoktoe.forecast.level.LevelRisk;
import io.tiktoktoe.series.Series;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A learned model as compressed bytes, of which the first four are the format's version. */
public final class LearnedModelFormat {

  /** The version that is written and read. */
  public static final int VERSION = 4;

  private LearnedModelFormat() {}

  /** The bytes of a model: some hundred kilobytes. */
  public static byte[] bytes(LearnedModel model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream plain = new DataOutputStream(bytes)) {
      plain.writeInt(VERSION);
      try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(plain))) {
        write(model, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(LearnedModel model, DataOutputStream out) throws IOException {
    out.writeInt(model.creators());
    model.pool().write(out);
    out.writeBoolean(model.boosting().isPresent());
    if (model.boosting().isPresent()) {
      model.boosting().get().write(out);
    }
    model.levels().write(out);
    out.writeInt(model.examples().size());
    for (LearnedModel.Example example : model.examples()) {
      out.writeUTF(example.unit().currency().map(Currency::getCurrencyCode).orElse(""));
      out.writeUTF(example.series().id());
      out.writeInt(example.series().length());
      for (double value : example.series().toArray()) {
        out.writeDouble(value);
      }
    }
  }

  /**
   * The model of these bytes, the same bit by bit.
   *
   * @throws IllegalArgumentException if they are of another version or damaged
   */
  public static LearnedModel model(byte[] bytes) {
    try (DataInputStream plain = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = plain.readInt();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "learned model has format %d, this program reads %d. Learn anew."
                .formatted(version, VERSION));
      }
      return read(new DataInputStream(new InflaterInputStream(plain)));
    } catch (IOException e) {
      throw new IllegalArgumentException("learned model is damaged. Learn anew.", e);
    }
  }

  private static LearnedModel read(DataInputStream in) throws IOException {
    int creators = in.readInt();
    Pool pool = Pool.read(in);
    Optional<BoostingMember> boosting =
        in.readBoolean() ? Optional.of(BoostingMember.read(in)) : Optional.empty();
    LevelRisk levels = LevelRisk.read(in);
    List<LearnedModel.Example> examples = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String currency = in.readUTF();
      AmountUnit unit =
          currency.isEmpty() ? AmountUnit.NONE : AmountUnit.minorOf(Currency.getInstance(currency));
      String stream = in.readUTF();
      double[] days = new double[in.readInt()];
      for (int day = 0; day < days.length; day++) {
        days[day] = in.readDouble();
      }
      examples.add(new LearnedModel.Example(unit, Series.of(stream, days)));
    }
    return new LearnedModel("", creators, pool, boosting, examples, levels);
  }
}
