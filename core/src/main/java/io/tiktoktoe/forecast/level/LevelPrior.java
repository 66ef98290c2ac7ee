package io.tiktoktoe.forecast.level;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;

/**
 * Informative prior of {@link LevelRisk}: what simulated economies taught, for creators of whose
 * store nothing was learned yet. Kept as a resource that the benchmark {@code forecast.TeachLevels}
 * writes.
 */
public final class LevelPrior {

  private static final String RESOURCE = "level.properties";

  private LevelPrior() {}

  /** The prior that the program ships. */
  public static LevelRisk read() {
    Properties properties = new Properties();
    try (InputStream in = LevelPrior.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the program. Build it anew.");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LevelRisk.Law[] laws = new LevelRisk.Law[HistoryClass.values().length];
    for (HistoryClass kind : HistoryClass.values()) {
      String name = kind.name().toLowerCase(java.util.Locale.ROOT);
      laws[kind.ordinal()] =
          new LevelRisk.Law(
              numbers(properties, name + ".bias"),
              numbers(properties, name + ".spread"),
              numbers(properties, name + ".back"));
    }
    return new LevelRisk(
        laws, numbers(properties, "shared")[0], numbers(properties, "stopping")[0]);
  }

  private static double[] numbers(Properties properties, String key) {
    return Arrays.stream(properties.getProperty(key, "").split(" "))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /** The resource's lines for what was learned. */
  public static String text(LevelRisk risk) {
    StringBuilder text = new StringBuilder();
    text.append("shared=%.3f%nstopping=%.6f%n".formatted(risk.shared(), risk.stopping()));
    for (HistoryClass kind : HistoryClass.values()) {
      String name = kind.name().toLowerCase(java.util.Locale.ROOT);
      text.append(line(name + ".bias", risk.law(kind).bias()));
      text.append(line(name + ".spread", risk.law(kind).spread()));
      text.append(line(name + ".back", risk.law(kind).back()));
    }
    return text.toString();
  }

  private static String line(String key, double[] numbers) {
    StringBuilder line = new StringBuilder(key).append('=');
    for (int i = 0; i < numbers.length; i++) {
      line.append(i == 0 ? "" : " ").append("%.3f".formatted(numbers[i]));
    }
    return line.append('\n').toString();
  }
}
