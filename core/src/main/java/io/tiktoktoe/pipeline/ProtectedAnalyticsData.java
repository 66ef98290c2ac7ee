package io.tiktoktoe.pipeline;

import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.PlatformHealth;
import io.tiktoktoe.privacy.release.ProtectedNumber;
import io.tiktoktoe.privacy.release.ProtectedRelease;
import io.tiktoktoe.privacy.release.ProtectedStatistic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Protected data: all that an analysis gets to see. It is made of a release, which only the privacy
 * engine can make, and of measurements of machines.
 */
final class ProtectedAnalyticsData {

  private static final char NAMED = ' ';

  private final ProtectedRelease release;
  private final PlatformHealth health;

  ProtectedAnalyticsData(ProtectedRelease release, PlatformHealth health) {
    this.release = release;
    this.health = health;
  }

  ProtectedRelease release() {
    return release;
  }

  PlatformHealth health() {
    return health;
  }

  /** The numbers of a statistic. */
  List<NoisyNumber> numbers(String statistic) {
    return noisy(release.statistic(statistic).numbers());
  }

  /** A mean, the number of people that it stands on, and their sum. */
  List<NoisyNumber> mean(String statistic) {
    ProtectedStatistic mean = release.statistic(statistic);
    List<NoisyNumber> all = new ArrayList<>();
    all.addAll(named("mean", mean.numbers()));
    all.addAll(named("people", mean.people()));
    all.addAll(named("total", mean.totals()));
    return all;
  }

  /** A number with the name that it had when it was published: it may be gone later. */
  static String named(String number, String name) {
    return number + NAMED + name;
  }

  /** The numbers of a statistic whose labels are numbers, under the names that were published. */
  List<NoisyNumber> named(String statistic, LongFunction<String> name) {
    return numbers(statistic).stream()
        .map(
            one ->
                new NoisyNumber(
                    name(one.label(), name), one.value(), one.standardError(), one.halfWidth95()))
        .toList();
  }

  /** Releases of older programs kept numbers alone. */
  private static String name(String label, LongFunction<String> name) {
    int end = label.indexOf(NAMED);
    return end < 0 ? name.apply(Long.parseLong(label)) : label.substring(end + 1);
  }

  private static List<NoisyNumber> noisy(List<ProtectedNumber> numbers) {
    return numbers.stream().map(NoisyNumber::of).toList();
  }

  private static List<NoisyNumber> named(String label, List<ProtectedNumber> numbers) {
    return noisy(numbers).stream()
        .map(one -> new NoisyNumber(label, one.value(), one.standardError(), one.halfWidth95()))
        .toList();
  }
}
