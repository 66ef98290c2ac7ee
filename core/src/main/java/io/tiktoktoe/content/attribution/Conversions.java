package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.ContentPayments.Kind;
import java.util.Arrays;

/**
 * Conversions of one kind with the touches that lie within the window before each: the paths that
 * are attributed.
 */
final class Conversions {

  /** The span of a live stream that was on air. */
  static final byte ON_AIR = -1;

  /** The span of what a payment names whose payer was never seen: when they saw it is not known. */
  static final byte NAMED = -2;

  private final int[] rows;
  private final int[] first;
  private final int[] contents;
  private final byte[] spans;

  private Conversions(int[] rows, int[] first, int[] contents, byte[] spans) {
    this.rows = rows;
    this.first = first;
    this.contents = contents;
    this.spans = spans;
  }

  /** Collects the paths. */
  static Conversions of(
      ContentPayments payments,
      Kind kind,
      Touches touches,
      OnAir onAir,
      LagKernel kernel,
      long window) {
    Collector collector = new Collector(payments, touches, onAir, kernel, window);
    for (int row = 0; row < payments.size(); row++) {
      if (payments.kind()[row] == kind.ordinal() && payments.fan()[row] >= 0) {
        collector.add(row);
      }
    }
    return collector.finish();
  }

  /** Paths that grow. */
  private static final class Collector {
    private final ContentPayments payments;
    private final Touches touches;
    private final OnAir onAir;
    private final LagKernel kernel;
    private final long window;
    private int[] rows = new int[256];
    private int[] first = new int[257];
    private int[] contents = new int[1_024];
    private byte[] spans = new byte[1_024];
    private int size;
    private int pairs;

    Collector(
        ContentPayments payments, Touches touches, OnAir onAir, LagKernel kernel, long window) {
      this.payments = payments;
      this.touches = touches;
      this.onAir = onAir;
      this.kernel = kernel;
      this.window = window;
    }

    void add(int row) {
      int fan = payments.fan()[row];
      long at = payments.seconds()[row];
      for (int i = touches.firstFrom(fan, at - window);
          i < touches.first(fan + 1) && touches.seconds(i) <= at;
          i++) {
        pair(touches.content(i), (byte) kernel.span(at - touches.seconds(i)));
      }
      int named = payments.content()[row];
      if (named >= 0 && onAir.at(named, at)) {
        pair(named, ON_AIR);
      } else if (named >= 0 && touches.first(fan + 1) == touches.first(fan)) {
        // Of who is only known to pay, what the payment names is all that is known to be seen.
        pair(named, NAMED);
      }
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
        first = Arrays.copyOf(first, 2 * size + 1);
      }
      rows[size++] = row;
      first[size] = pairs;
    }

    private void pair(int content, byte span) {
      if (pairs == contents.length) {
        contents = Arrays.copyOf(contents, 2 * pairs);
        spans = Arrays.copyOf(spans, 2 * pairs);
      }
      contents[pairs] = content;
      spans[pairs++] = span;
    }

    Conversions finish() {
      return new Conversions(
          Arrays.copyOf(rows, size),
          Arrays.copyOf(first, size + 1),
          Arrays.copyOf(contents, pairs),
          Arrays.copyOf(spans, pairs));
    }
  }

  int size() {
    return rows.length;
  }

  /** The payment's row. */
  int row(int conversion) {
    return rows[conversion];
  }

  /** The first touch of a path; that of the next conversion is where the path ends. */
  int first(int conversion) {
    return first[conversion];
  }

  int content(int pair) {
    return contents[pair];
  }

  byte span(int pair) {
    return spans[pair];
  }
}
