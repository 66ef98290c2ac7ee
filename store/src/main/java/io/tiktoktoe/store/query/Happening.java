package io.tiktoktoe.store.query;

import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.SubscriptionTerm;
import io.tiktoktoe.store.model.ResultRow;
import java.time.Instant;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a subscription.
 *
 * @param subscriber platform and fan, the platform up to the line end
 * @param product what is subscribed to; empty where it is not told
 * @param price what was paid or asked for in its own currency; absent where it is not told
 * @param term what the sender says of interval, end and trial; the end of a cancelation is when it
 *     takes effect, that of a failed payment until when the platform asks again
 * @param since from when on the fan was subscribed without a break, as a list of members proves it
 * @param openEnded whether it runs until a cancelation, because its sender tells no renewals
 */
record Happening(
    String subscriber,
    String product,
    Instant time,
    Change change,
    Optional<Money> price,
    boolean gifted,
    SubscriptionTerm term,
    @Nullable Instant since,
    boolean openEnded) {

  private static final Pattern SINCE =
      Pattern.compile("\"since\"\\s*:\\s*\"(\\d{4}-[0-9:T.-]{14,26}Z)\"");

  /** What can happen to a subscription. */
  enum Change {
    STARTED,
    RENEWED,
    CANCELED,
    FAILED;

    boolean isPayment() {
      return this == STARTED || this == RENEWED;
    }
  }

  static Happening of(ResultRow row) {
    String type = row.required("type");
    Change change =
        switch (type) {
          case "subscription.started" -> Change.STARTED;
          case "subscription.renewed" -> Change.RENEWED;
          case "subscription.canceled" -> Change.CANCELED;
          case "subscription.payment_failed" -> Change.FAILED;
          default -> throw new IllegalStateException(type + " is no subscription.");
        };
    boolean priced = !row.isNull("amount") && !row.isNull("currency");
    String listed = Optional.ofNullable(row.text("attributes")).orElse("");
    return new Happening(
        row.required("source") + '\n' + row.required("subscriber"),
        row.required("product"),
        row.instant("time"),
        change,
        priced
            ? Optional.of(Money.ofMinor(row.number("amount"), row.required("currency")))
            : Optional.empty(),
        row.flag("gifted"),
        term(row),
        since(listed),
        listed.contains("\"open_ended\""));
  }

  private static SubscriptionTerm term(ResultRow row) {
    String interval = row.text("billing_interval");
    return new SubscriptionTerm(
        interval == null ? null : Period.parse(interval),
        row.isNull("paid_until") ? null : row.instant("paid_until"),
        row.flag("trial"));
  }

  private static @Nullable Instant since(String attributes) {
    Matcher found = SINCE.matcher(attributes);
    try {
      return found.find() ? Instant.parse(found.group(1)) : null;
    } catch (DateTimeParseException e) {
      // Senders may use the word for something else.
      return null;
    }
  }

  String source() {
    return subscriber.substring(0, Math.max(0, subscriber.indexOf('\n')));
  }

  /** Whether money was paid by the fan. */
  boolean isPaid() {
    return change.isPayment()
        && !gifted
        && price.filter(amount -> amount.minorUnits() > 0).isPresent();
  }

  /** Whether it is a trial or costs nothing and is no gift. */
  boolean isFree() {
    return change.isPayment()
        && !gifted
        && !isPaid()
        && (term.trial() || price.filter(amount -> amount.minorUnits() == 0).isPresent());
  }
}
