package io.tiktoktoe.connect.file;

import java.util.List;

/**
 * A format that files are recognised as.
 *
 * @param name its name for {@code --format}
 * @param title what it is, for people
 */
public record Format(String name, String title) {

  /** Native events, one JSON object a line. */
  public static final Format EVENTS_NDJSON =
      new Format("events-ndjson", "events, one JSON object a line");

  /** CloudEvents 1.0 with a native event as data. */
  public static final Format CLOUD_EVENTS =
      new Format("cloudevents", "CloudEvents 1.0, one a line, with the event as data");

  /** Native events as CSV. */
  public static final Format EVENTS_CSV = new Format("events-csv", "events as CSV");

  /** Events that a store exported. */
  public static final Format STORE_EXPORT =
      new Format("store-export", "events that a store exported, as CSV, NDJSON or Parquet");

  /** Native events as Parquet. */
  public static final Format EVENTS_PARQUET = new Format("events-parquet", "events as Parquet");

  /** All that no file describes. */
  public static final List<Format> NATIVE =
      List.of(EVENTS_NDJSON, CLOUD_EVENTS, EVENTS_CSV, EVENTS_PARQUET, STORE_EXPORT);
}
