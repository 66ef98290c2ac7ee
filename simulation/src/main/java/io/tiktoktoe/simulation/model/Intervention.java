package io.tiktoktoe.simulation.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that is changed in an economy (an intervention, Pearl's do-operator): everything that
 * does not follow from it is drawn as before, so that the difference of two runs is its effect.
 */
public sealed interface Intervention {

  /** First local day on which it holds. */
  LocalDate from();

  /** A content is not there; some of its viewers watch another one instead. */
  record ContentRemoved(String content, LocalDate from) implements Intervention {}

  /** A platform is gone: nobody watches or pays there, and its fans do not come elsewhere. */
  record PlatformGone(String source, LocalDate from) implements Intervention {}

  /**
   * A product has another price.
   *
   * @param factor on its list price, above 0
   */
  record PriceChanged(String product, double factor, LocalDate from) implements Intervention {
    public PriceChanged {
      if (!(factor > 0 && factor < 1000)) {
        throw new IllegalArgumentException(
            "factor (%s) of a price must be above 0 and below 1000.".formatted(factor));
      }
    }
  }

  /**
   * An action is taken on a segment.
   *
   * @param segment such as {@code superfan}; the truth of fans names them
   * @param to first local day on which it no longer holds
   */
  record ActionTaken(String creator, String segment, FanAction action, LocalDate from, LocalDate to)
      implements Intervention {
    public ActionTaken {
      if (!to.isAfter(from)) {
        throw new IllegalArgumentException(
            "days (%s..%s) of an action must end after they begin.".formatted(from, to));
      }
    }
  }

  /**
   * A creator makes contents as they are told to, as many as otherwise.
   *
   * @param type such as {@code video}
   * @param fromHour local hour of publishing, 0 to 23
   * @param toHour up to it, at most 24
   * @param shortestMs least length, 0 for none
   * @param longestMs most, {@link Long#MAX_VALUE} for none
   * @param to first local day on which it no longer holds
   */
  record ContentSteered(
      String creator,
      String type,
      int fromHour,
      int toHour,
      long shortestMs,
      long longestMs,
      LocalDate from,
      LocalDate to)
      implements Intervention {

    private static final Set<String> TYPES = Set.of("short", "video", "live", "post");

    public ContentSteered {
      if (!TYPES.contains(type)) {
        throw new IllegalArgumentException(
            "type (%s) of contents must be one of short, video, live, post.".formatted(type));
      }
      if (fromHour < 0 || toHour <= fromHour || toHour > 24) {
        throw new IllegalArgumentException(
            "hours (%d-%d) must lie within 0-24, the later one last.".formatted(fromHour, toHour));
      }
      if (shortestMs < 0 || longestMs < shortestMs) {
        throw new IllegalArgumentException(
            "lengths (%d-%d ms) must not be negative, the longer one last."
                .formatted(shortestMs, longestMs));
      }
      if (!to.isAfter(from)) {
        throw new IllegalArgumentException(
            "days (%s..%s) of contents must end after they begin.".formatted(from, to));
      }
    }

    /** The same for any hour and length. */
    static ContentSteered of(String creator, String type, LocalDate from, LocalDate to) {
      return new ContentSteered(creator, type, 0, 24, 0, Long.MAX_VALUE, from, to);
    }
  }

  /** The form of {@link #parse}, for help and messages. */
  String FORM =
      "content:ID, platform:NAME, price:PRODUCT=FACTOR (each with @DATE if not from the start),"
          + " action:CREATOR/SEGMENT/ACTION@DATE..DATE, publish:CREATOR/TYPE@DATE..DATE";

  /**
   * Reads one as text, such as {@code content:art-0001-p10004} or {@code
   * price:art-0001:basic=1.2@2025-06-01}.
   *
   * @param start the first day of the simulation
   * @throws IllegalArgumentException if the text says none
   */
  static Intervention parse(String text, LocalDate start) {
    Matcher form =
        Pattern.compile("(?s)(content|platform|price|action|publish):([^@]+)(?:@(.+))?")
            .matcher(text);
    try {
      if (form.matches()) {
        String of = form.group(2);
        String when = form.group(3) == null ? start.toString() : form.group(3);
        return switch (form.group(1)) {
          case "content" -> new ContentRemoved(of, LocalDate.parse(when));
          case "platform" -> new PlatformGone(of, LocalDate.parse(when));
          case "price" -> price(of, LocalDate.parse(when));
          case "publish" -> publish(of, when);
          default -> action(of, when);
        };
      }
    } catch (DateTimeParseException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException(wrong(text), e);
    }
    throw new IllegalArgumentException(wrong(text));
  }

  private static Intervention price(String of, LocalDate from) {
    int equals = of.lastIndexOf('=');
    double factor = Double.parseDouble(of.substring(equals + 1));
    return new PriceChanged(of.substring(0, equals), factor, from);
  }

  private static Intervention action(String of, String when) {
    String[] parts = of.split("/", 3);
    String[] days = when.split("\\.\\.", 2);
    return new ActionTaken(
        parts[0],
        parts[1],
        FanAction.of(parts[2]),
        LocalDate.parse(days[0]),
        LocalDate.parse(days[1]));
  }

  private static Intervention publish(String of, String when) {
    String[] parts = of.split("/", 2);
    String[] days = when.split("\\.\\.", 2);
    return ContentSteered.of(
        parts[0], parts[1], LocalDate.parse(days[0]), LocalDate.parse(days[1]));
  }

  private static String wrong(String text) {
    return "change (%s) is not understood. Write %s.".formatted(text, FORM);
  }
}
