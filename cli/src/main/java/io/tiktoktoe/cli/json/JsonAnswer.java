package io.tiktoktoe.cli.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.revenue.insight.BridgeLine;
import io.tiktoktoe.revenue.insight.ChangeDrivers;
import io.tiktoktoe.revenue.insight.ChangeLine;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.RevenueAnomaly;
import io.tiktoktoe.revenue.insight.StreamAmounts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.ZoneId;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes records as JSON: components in their order, what records derive beside them. */
public final class JsonAnswer {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addMixIn(BridgeLine.class, WithNet.class)
          .addMixIn(StreamAmounts.class, WithTotal.class)
          .addMixIn(ChangeDrivers.class, WithTotal.class)
          .addMixIn(ChangeLine.class, WithChange.class)
          .addMixIn(RevenueAnomaly.class, WithDeviation.class)
          .addMixIn(Completeness.class, WithUnfinished.class)
          .addModule(module())
          .build();

  private JsonAnswer() {}

  /** Writes {@code answer} and a line end; the writer stays open. */
  public static void write(Object answer, Writer out) throws IOException {
    StringWriter text = new StringWriter();
    MAPPER.writeValue(text, answer);
    out.append(text.getBuffer()).append('\n').flush();
  }

  interface WithNet {
    @JsonProperty
    long net();
  }

  interface WithTotal {
    @JsonProperty
    long total();
  }

  interface WithChange {
    @JsonProperty
    long change();
  }

  interface WithDeviation {
    @JsonProperty
    double deviation();
  }

  interface WithUnfinished {
    @JsonProperty
    boolean unfinished();
  }

  /**
   * How large sample paths are; the paths themselves are hundreds of thousands of numbers that the
   * seed makes again.
   */
  private record PathsSize(int count, int steps) {}

  private static SimpleModule module() {
    SimpleModule module = new SimpleModule("answers");
    module.addSerializer(Double.class, new FiniteNumber());
    module.addSerializer(Double.TYPE, new FiniteNumber());
    module.addSerializer(
        ZoneId.class, text(ZoneId.class, (zone, json) -> json.writeString(zone.getId())));
    module.addSerializer(
        Money.class, text(Money.class, (money, json) -> json.writeString(money.toString())));
    module.addSerializer(
        SamplePaths.class,
        text(
            SamplePaths.class,
            (paths, json) -> json.writePOJO(new PathsSize(paths.count(), paths.steps()))));
    module.addSerializer(
        Enum.class, text(Enum.class, (constant, json) -> json.writeString(name(constant))));
    module.addKeySerializer(
        Enum.class, text(Enum.class, (constant, json) -> json.writeName(name(constant))));
    return module;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @FunctionalInterface
  private interface Writing<T> {
    void write(T value, JsonGenerator json);
  }

  private static <T> ValueSerializer<T> text(Class<T> type, Writing<T> writing) {
    return new StdSerializer<>(type) {
      @Override
      public void serialize(T value, JsonGenerator json, SerializationContext context) {
        writing.write(value, json);
      }
    };
  }

  /** Not-a-number and infinities have no JSON: they are what is missing. */
  private static final class FiniteNumber extends StdSerializer<Double> {
    FiniteNumber() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializationContext context) {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
