package io.tiktoktoe.pipeline.insight;

import java.util.Locale;

/** What an insight says, and for which reader it is. */
public enum InsightKind {
  PEAK_HOUR(Reader.AUDIENCE),
  PEAK_WEEKDAY(Reader.AUDIENCE),
  LONG_SEQUENCES(Reader.AUDIENCE),
  MOSTLY_WATCHING(Reader.AUDIENCE),
  USUAL_SESSION(Reader.AUDIENCE),
  COMING_ONCE(Reader.AUDIENCE),
  LEAVING(Reader.AUDIENCE),
  LEAVING_SIGN(Reader.AUDIENCE),
  ONE_CREATOR(Reader.AUDIENCE),
  FAVOURITE_LENGTH(Reader.CONTENT),
  WATCHED_TO_THE_END(Reader.CONTENT),
  SAME_CREATOR_NEXT(Reader.CONTENT),
  MAIN_PLATFORM(Reader.CONTENT),
  LEADING_CREATOR(Reader.CONTENT),
  PAYING_SHARE(Reader.BUSINESS),
  MAIN_PAYMENT(Reader.BUSINESS),
  MEAN_SPEND(Reader.BUSINESS),
  MAIN_REVENUE(Reader.BUSINESS),
  INCIDENT(Reader.TECHNICAL),
  DRIFT(Reader.TECHNICAL),
  REJECTS(Reader.TECHNICAL);

  private final Reader reader;

  InsightKind(Reader reader) {
    this.reader = reader;
  }

  /** Whom it is for. */
  public Reader reader() {
    return reader;
  }

  /** Its stable name, such as {@code peak-hour}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Who reads insights. */
  public enum Reader {
    AUDIENCE,
    CONTENT,
    BUSINESS,
    TECHNICAL
  }
}
