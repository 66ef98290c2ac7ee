package io.tiktoktoe.answer;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Provenance of an answer: where it comes from, so that it can be reproduced.
 *
 * @param dataThrough time of the newest event that was seen
 * @param model what computed it
 * @param options the options that differ from none, by name
 * @param seed of the random generator
 * @param version of this software
 */
public record Provenance(
    Instant dataThrough, String model, Map<String, String> options, long seed, String version) {

  /** The version of this software that answers carry. */
  public static final String VERSION = "0.1.0";

  /** The source of events that this software itself adds: decisions that were recorded here. */
  public static final String OWN_SOURCE = "tiktoktoe";

  public Provenance {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }
}
