package io.tiktoktoe.forecast.member;

import io.tiktoktoe.forecast.network.PretrainedNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pre-trained network as a member: its median. Beyond its furthest step the last season it
 * forecast is repeated.
 *
 * @param network trained weights
 * @param period the shortest season, 1 for none
 */
public record NetworkMember(PretrainedNetwork network, int period) implements Expert {

  /** Steps that the network reads. */
  private static final int READ = 1_024;

  @Override
  public String name() {
    return "network";
  }

  @Override
  public Fitter fitter(double[] values) {
    FittedExpert reading = this::read;
    return end -> reading;
  }

  private double[][] read(double[] values, int[] origins, int horizon) {
    int near = Math.min(horizon, PretrainedNetwork.MAX_HORIZON);
    List<double[]> histories = new ArrayList<>();
    for (int origin : origins) {
      histories.add(Arrays.copyOfRange(values, Math.max(0, origin - READ), origin));
    }
    double[][] medians =
        network.medians(histories, period, PretrainedNetwork.longPeriodOver(period), near);
    double[][] forecasts = new double[origins.length][];
    for (int o = 0; o < origins.length; o++) {
      double[] forecast = Arrays.copyOf(medians[o], horizon);
      int season = Math.min(period, near);
      for (int h = near; h < horizon; h++) {
        forecast[h] = forecast[h - season];
      }
      forecasts[o] = forecast;
    }
    return forecasts;
  }
}
