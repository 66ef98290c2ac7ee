package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.AudienceSegments.Purchases;
import java.util.Arrays;

/** Collects purchases: 16 bytes each. */
final class PurchaseRows {

  private int[] fan = new int[1_024];
  private int[] day = new int[1_024];
  private double[] net = new double[1_024];
  private int size;

  void add(int who, int when, long amount) {
    if (size == fan.length) {
      int larger = size + size / 2;
      fan = Arrays.copyOf(fan, larger);
      day = Arrays.copyOf(day, larger);
      net = Arrays.copyOf(net, larger);
    }
    fan[size] = who;
    day[size] = when;
    net[size++] = amount;
  }

  Purchases log() {
    return new Purchases(
        Arrays.copyOf(fan, size), Arrays.copyOf(day, size), Arrays.copyOf(net, size));
  }
}
