package io.tiktoktoe.service.json;

import io.tiktoktoe.answer.ForCreator;
import io.tiktoktoe.answer.Message;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.service.text.Wording;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes answers as JSON: a record's components in their order, what it derives beside them, the
 * sentences of messages beside their code and parameters. O(1) memory beside the answer.
 *
 * <p>Records may hold records, sealed types, numbers, text, enums, times, zones, currencies,
 * optional values, arrays, collections and maps of these.
 */
public final class JsonAnswer {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  private JsonAnswer(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes {@code answer} and a line end; the writer stays open.
   *
   * @throws IOException if the writer does
   * @throws IllegalArgumentException if the answer holds something that has no JSON
   */
  public static void write(Object answer, Writer out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(new Indented(), out)) {
      new JsonAnswer(json).value(answer, Optional.empty());
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    out.append('\n').flush();
  }

  /** Objects and lists over several lines. */
  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter();
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  /** Writes any value; {@code words} are known inside an answer for a creator. */
  private void value(@Nullable Object value, Optional<Wording> words) {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Boolean flag -> json.writeBoolean(flag);
      case Number number -> number(number);
      case Enum<?> constant -> json.writeString(name(constant));
      case Optional<?> optional -> value(optional.orElse(null), words);
      case OptionalInt some -> value(some.isPresent() ? some.getAsInt() : null, words);
      case OptionalLong some -> value(some.isPresent() ? some.getAsLong() : null, words);
      case OptionalDouble some -> value(some.isPresent() ? some.getAsDouble() : null, words);
      case Money money -> json.writeString(money.toString());
      // The paths themselves are hundreds of thousands of numbers that the seed makes again.
      case SamplePaths paths -> value(new PathsSize(paths.count(), paths.steps()), words);
      case Message message -> message(message, words);
      case Record record -> record(record, words);
      case Map<?, ?> map -> map(map, words);
      case Iterable<?> list when !(list instanceof Path) -> list(list, words);
      default -> other(value, words);
    }
  }

  /** How large sample paths are. */
  private record PathsSize(int count, int steps) {}

  private void other(Object value, Optional<Wording> words) {
    switch (value) {
      case LocalDateTime time ->
          json.writeString(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
      case LocalTime time -> json.writeString(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
      case Temporal time -> json.writeString(time.toString());
      case TemporalAmount length -> json.writeString(length.toString());
      case ZoneId zone -> json.writeString(zone.getId());
      case Currency currency -> json.writeString(currency.getCurrencyCode());
      case Path path -> json.writeString(path.toString());
      case Character letter -> json.writeString(letter.toString());
      default -> {
        if (!value.getClass().isArray()) {
          throw new IllegalArgumentException(
              "%s has no JSON. Make it a record.".formatted(value.getClass().getName()));
        }
        json.writeStartArray();
        for (int at = 0; at < Array.getLength(value); at++) {
          value(Array.get(value, at), words);
        }
        json.writeEndArray();
      }
    }
  }

  /** Not-a-number and infinities have no JSON: they are what is missing. */
  private void number(Number number) {
    switch (number) {
      case Double real when !Double.isFinite(real) -> json.writeNull();
      case Float real when !Float.isFinite(real) -> json.writeNull();
      case Double real -> json.writeNumber(real);
      case Float real -> json.writeNumber(real);
      case BigDecimal decimal -> json.writeNumber(decimal);
      case Long whole -> json.writeNumber(whole);
      default -> json.writeNumber(number.intValue());
    }
  }

  private void list(Iterable<?> list, Optional<Wording> words) {
    json.writeStartArray();
    for (Object one : list) {
      value(one, words);
    }
    json.writeEndArray();
  }

  private void map(Map<?, ?> map, Optional<Wording> words) {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = entry.getKey();
      json.writeName(key instanceof Enum<?> constant ? name(constant) : String.valueOf(key));
      value(entry.getValue(), words);
    }
    json.writeEndObject();
  }

  private void message(Message message, Optional<Wording> words) {
    json.writeStartObject();
    json.writeName("code");
    json.writeString(message.code());
    json.writeName("parameters");
    if (message instanceof Record record) {
      record(record, words);
    } else {
      json.writeStartObject();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void record(Record record, Optional<Wording> outer) {
    Optional<Wording> words =
        record instanceof ForCreator answer
            ? Optional.of(Wording.in(answer.creator().currency()))
            : outer;
    RecordKeys keys = RecordKeys.of(record.getClass());
    json.writeStartObject();
    for (RecordKeys.Key key : keys.all()) {
      Optional<Object> derived = Optional.empty();
      if (key.component().isPresent()) {
        json.writeName(key.name());
        value(RecordKeys.get(key.component().get(), record), words);
      } else {
        derived = key.derivation().orElseThrow().of(record, words);
      }
      if (derived.isPresent()) {
        json.writeName(key.name());
        value(derived.get(), words);
      }
    }
    json.writeEndObject();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
