package io.tiktoktoe.connect.write;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.event.SubscriptionTerm;
import io.tiktoktoe.text.CsvLine;
import io.tiktoktoe.text.JsonText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Events as CSV with a header, quoted where needed (RFC 4180), lines ending with a line feed. */
public final class CsvEvents implements EventSink {

  private final Writer out;
  private final CsvLine line = new CsvLine();

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
    addContext(row);
    addMoney(row);
    Demographics demographics = row.context().demographics();
    add(demographics.country());
    add(demographics.ageBand());
    add(demographics.gender());
    add(demographics.device());
    addBehaviour(row.behaviour());
    add(row.value() == null ? null : row.value().toString());
    addTerm(row.interval(), row.term());
    add(row.otherFan());
    add(row.attributes().isEmpty() ? null : JsonText.object(row.attributes()));
    line.end(out);
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
      line.missing().missing().missing();
      return;
    }
    add(Long.toString(behaviour.watchMs()));
    add(Long.toString(behaviour.durationMs()));
    add(Boolean.toString(behaviour.completed()));
  }

  private void addTerm(@Nullable String interval, SubscriptionTerm term) {
    add(interval);
    add(term.paidUntil() == null ? null : term.paidUntil().toString());
    add(term.trial() ? "true" : null);
  }

  private void add(@Nullable String value) {
    if (value == null) {
      line.missing();
    } else {
      line.exact(value);
    }
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
