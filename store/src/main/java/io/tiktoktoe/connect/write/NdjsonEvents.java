package io.tiktoktoe.connect.write;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.file.NamedOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Events as one JSON object a line. */
public final class NdjsonEvents implements EventSink {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

  private final OutputStream out;
  private final JsonGenerator json;
  private boolean any;

  private NdjsonEvents(OutputStream out) {
    this.out = out;
    this.json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
  }

  public static NdjsonEvents create(Path file, boolean gzip) throws IOException {
    return new NdjsonEvents(open(file, gzip));
  }

  /** A buffered stream into this file, compressed if wanted. */
  static OutputStream open(Path file, boolean gzip) throws IOException {
    OutputStream plain = NamedOutput.to(file);
    return gzip
        ? new GZIPOutputStream(plain, BUFFER_BYTES)
        : new BufferedOutputStream(plain, BUFFER_BYTES);
  }

  @Override
  public void write(EventRow row) throws IOException {
    try {
      json.writeStartObject();
      writeContext(row);
      writeMoney(row);
      writeDemographics(row.context().demographics());
      writeBehaviour(row);
      writeAttributes(row.attributes());
      json.writeEndObject();
      any = true;
    } catch (JacksonException e) {
      throw new IOException(e);
    }
  }

  private void writeContext(EventRow row) {
    Context context = row.context();
    text("id", context.id());
    text("time", context.time().toString());
    text("type", row.type());
    text("creator", context.creator());
    text("fan", context.fan());
    text("content", context.content());
    text("product", context.product());
    text("source", context.source());
  }

  private void writeMoney(EventRow row) {
    if (row.amount() != null) {
      text("amount", EventRow.decimal(row.amount()));
    }
    text("currency", row.currency());
    Payment payment = row.payment();
    if (payment != null) {
      text("fee", EventRow.decimal(payment.fee()));
      text("tax", EventRow.decimal(payment.tax()));
      json.writeNumberProperty("quantity", payment.quantity());
      text("refers_to", row.refersTo());
      text("state", EventRow.label(payment.state()));
    }
  }

  private void writeDemographics(Demographics demographics) {
    text("country", demographics.country());
    text("age_band", demographics.ageBand());
    text("gender", demographics.gender());
    text("device", demographics.device());
  }

  private void writeBehaviour(EventRow row) {
    Behaviour behaviour = row.behaviour();
    if (behaviour != null && (behaviour.watchMs() > 0 || behaviour.durationMs() > 0)) {
      json.writeNumberProperty("watch_ms", behaviour.watchMs());
      json.writeNumberProperty("duration_ms", behaviour.durationMs());
      json.writeBooleanProperty("completed", behaviour.completed());
    }
    if (row.value() != null) {
      json.writeNumberProperty("value", row.value());
    }
  }

  private void writeAttributes(Map<String, String> attributes) {
    if (attributes.isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart("attributes");
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      json.writeStringProperty(attribute.getKey(), attribute.getValue());
    }
    json.writeEndObject();
  }

  private void text(String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  @Override
  public void finish() throws IOException {
    try {
      if (any) {
        json.writeRaw('\n');
      }
      json.flush();
    } catch (JacksonException e) {
      throw new IOException(e);
    }
    out.flush();
  }

  @Override
  public void release() throws IOException {
    out.close();
  }
}
