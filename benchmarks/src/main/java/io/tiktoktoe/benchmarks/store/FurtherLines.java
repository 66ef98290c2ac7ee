package io.tiktoktoe.benchmarks.store;

import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Payment;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** What simulated deliveries lack: costs, and refunds that say neither fee nor tax. */
record FurtherLines(SplittableRandom random, BufferedWriter early, BufferedWriter late) {

  private static final Instant END = Instant.parse("2026-11-21T00:00:00Z");

  /** Adds costs and refunds beside some events, before them or after. */
  void beside(Event event) throws IOException {
    BufferedWriter out = random.nextBoolean() ? early : late;
    switch (event) {
      case Event.Tip(Context context, Payment payment) when random.nextInt(40) == 0 ->
          refunds(context, payment, out);
      case Event.MerchandiseOrder(Context context, Payment payment) when random.nextInt(20) == 0 ->
          refunds(context, payment, out);
      default -> {
        // Only some sales are refunded.
      }
    }
    if (random.nextInt(3_000) == 0) {
      String stream = random.nextBoolean() ? ",\"stream\":\"merchandise\"" : "";
      line(
          out,
          event.context(),
          "cost-" + event.context().id(),
          event.context().time(),
          "cost",
          (1 + random.nextInt(30)) + ".50\",\"currency\":\"USD\"" + stream);
    }
  }

  /** One to three parts, together the whole. */
  private void refunds(Context context, Payment payment, BufferedWriter out) throws IOException {
    int parts = 1 + random.nextInt(3);
    long whole = payment.gross().minorUnits();
    long part = whole / parts;
    Instant last = context.time().plus(Duration.ofHours(70));
    if (part == 0 || !last.isBefore(END)) {
      return;
    }
    for (int at = 0; at < parts; at++) {
      long amount = at == 0 ? whole - (parts - 1) * part : part;
      String text =
          BigDecimal.valueOf(amount, payment.gross().currency().getDefaultFractionDigits())
              .toPlainString();
      line(
          out,
          context,
          "back-" + at + '-' + context.id(),
          context.time().plus(Duration.ofHours(5L + 30L * at)),
          "refund",
          "%s\",\"currency\":\"%s\",\"refers_to\":\"%s\""
              .formatted(text, payment.gross().currency(), context.id()));
    }
  }

  private static void line(
      BufferedWriter out, Context context, String id, Instant time, String type, String amount)
      throws IOException {
    out.write(
        "{\"id\":\"%s\",\"time\":\"%s\",\"type\":\"%s\",\"creator\":\"%s\",\"source\":\"%s\",\"amount\":\"%s}"
            .formatted(id, time, type, context.creator(), context.source(), amount));
    out.newLine();
  }
}
