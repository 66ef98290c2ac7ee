package io.tiktoktoe.connect.write;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Events as CSV with a header, quoted where needed (RFC 4180), lines ending with a line feed. */
public final class CsvEvents implements EventSink {

  private static final JsonFactory JSON = new JsonFactory();

  private final Writer out;
  private final StringBuilder line = new StringBuilder();

  private CsvEvents(Writer out) {
    this.out = out;
  }

  public static CsvEvents create(Path file, boolean gzip) throws IOException {
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(NdjsonEvents.open(file, gzip), StandardCharsets.UTF_8));
    out.write(String.join(",", EventRow.COLUMNS));
    out.write('\n');
    return new CsvEvents(out);
  }

  @Override
  public void write(EventRow row) throws IOException {
    line.setLength(0);
    addContext(row);
    addMoney(row);
    Demographics demographics = row.context().demographics();
    add(demographics.country());
    add(demographics.ageBand());
    add(demographics.gender());
    add(demographics.device());
    addBehaviour(row.behaviour());
    add(row.value() == null ? null : row.value().toString());
    add(row.attributes().isEmpty() ? null : json(row.attributes()));
    line.setCharAt(line.length() - 1, '\n');
    out.append(line);
  }

  private void addContext(EventRow row) {
    Context context = row.context();
    add(context.id());
    add(context.time().toString());
    add(row.type());
    add(context.creator());
    add(context.fan());
    add(context.content());
    add(context.product());
    add(context.source());
  }

  private void addMoney(EventRow row) {
    Money amount = row.amount();
    Payment payment = row.payment();
    add(amount == null ? null : EventRow.decimal(amount));
    add(row.currency());
    add(payment == null ? null : EventRow.decimal(payment.fee()));
    add(payment == null ? null : EventRow.decimal(payment.tax()));
    add(payment == null ? null : Long.toString(payment.quantity()));
    add(row.refersTo());
    add(payment == null ? null : EventRow.label(payment.state()));
  }

  private void addBehaviour(@Nullable Behaviour behaviour) {
    if (behaviour == null || (behaviour.watchMs() == 0 && behaviour.durationMs() == 0)) {
      line.append(",,,");
      return;
    }
    add(Long.toString(behaviour.watchMs()));
    add(Long.toString(behaviour.durationMs()));
    add(Boolean.toString(behaviour.completed()));
  }

  private void add(@Nullable String value) {
    if (value != null) {
      if (needsQuotes(value)) {
        line.append('"').append(value.replace("\"", "\"\"")).append('"');
      } else {
        line.append(value);
      }
    }
    line.append(',');
  }

  private static boolean needsQuotes(String value) {
    if (value.isEmpty()) {
      return true;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ';
  }

  /** These attributes as a JSON object. */
  static String json(Map<String, String> attributes) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      attributes.forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    return text.toString();
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public void release() throws IOException {
    out.close();
  }
}
