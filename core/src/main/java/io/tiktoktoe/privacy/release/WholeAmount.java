package io.tiktoktoe.privacy.release;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The door for amounts: what is no whole number of units is refused, never rounded or dropped. */
final class WholeAmount {

  private WholeAmount() {}

  static long of(@Nullable Number amount) {
    return switch (amount) {
      case null -> throw refused("null");
      case Long one -> one;
      case Integer one -> one;
      case Short one -> one;
      case Byte one -> one;
      case Double one -> whole(one);
      case Float one -> whole(one);
      case BigDecimal one -> whole(one);
      case BigInteger one -> whole(new BigDecimal(one));
      default -> throw refused(amount.getClass().getSimpleName());
    };
  }

  private static long whole(double amount) {
    if (Double.isNaN(amount) || Double.isInfinite(amount)) {
      throw refused(Double.toString(amount));
    }
    if (amount == 0 && 1 / amount < 0) {
      throw refused("-0.0");
    }
    return whole(new BigDecimal(amount));
  }

  private static long whole(BigDecimal amount) {
    try {
      return amount.longValueExact();
    } catch (ArithmeticException e) {
      throw refused("no whole number of units, or beyond 64 bits");
    }
  }

  /** The message tells the kind of fault, not a person's amount. */
  private static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(
        "amount (%s) must be a whole number of units, such as cents. Correct the row and read it again."
            .formatted(what));
  }
}
