package io.tiktoktoe.event;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds one event: its kind is known, what it says of who, when and where is set one by one, in
 * any order.
 *
 * <pre>{@code
 * Event tip =
 *     Event.tip(Payment.of("12.50", "USD"))
 *         .from("ko-fi", "tx-81")
 *         .at(Instant.parse("2026-01-31T18:30:00Z"))
 *         .creator("mia")
 *         .fan("ben")
 *         .country("BR")
 *         .build();
 * }</pre>
 */
public final class EventBuilder {

  private final Function<Context, Event> kind;
  private final Map<String, String> attributes = new TreeMap<>();
  private String id = "";
  private String source = "";
  private String creator = "";
  private @Nullable Instant time;
  private @Nullable String fan;
  private @Nullable String content;
  private @Nullable String product;
  private Demographics demographics = Demographics.UNKNOWN;

  EventBuilder(Function<Context, Event> kind) {
    this.kind = kind;
  }

  /** The platform that reports it and its id there, which is unique for ever; both are needed. */
  public EventBuilder from(String platform, String uniqueId) {
    source = platform;
    id = uniqueId;
    return this;
  }

  /** When it happened; needed. */
  public EventBuilder at(Instant instant) {
    time = instant;
    return this;
  }

  /** The creator whom it concerns; needed. */
  public EventBuilder creator(String name) {
    creator = name;
    return this;
  }

  /** Who did it; anonymous otherwise. */
  public EventBuilder fan(String name) {
    fan = name;
    return this;
  }

  /** The post, video or stream that it concerns. */
  public EventBuilder content(String name) {
    content = name;
    return this;
  }

  /** What was sold, shown or subscribed to. */
  public EventBuilder product(String name) {
    product = name;
    return this;
  }

  /** Where the fan is: ISO 3166-1 alpha-2. */
  public EventBuilder country(String code) {
    demographics = demographics.withCountry(code);
    return this;
  }

  /** How old the fan is, such as {@code 18-24}. */
  public EventBuilder ageBand(String band) {
    demographics = demographics.withAgeBand(band);
    return this;
  }

  /** The fan's gender as the sender names it. */
  public EventBuilder gender(String name) {
    demographics = demographics.withGender(name);
    return this;
  }

  /** The device as the sender names it. */
  public EventBuilder device(String name) {
    demographics = demographics.withDevice(name);
    return this;
  }

  /** A further field of the sender. */
  public EventBuilder attribute(String name, String value) {
    attributes.put(name, value);
    return this;
  }

  /**
   * The event.
   *
   * @throws IllegalArgumentException naming what is needed and missing
   */
  public Event build() {
    if (time == null) {
      throw new IllegalArgumentException("time is missing. Say with at(...) when it happened.");
    }
    return kind.apply(
        new Context(id, source, time, creator, fan, content, product, demographics, attributes));
  }
}
