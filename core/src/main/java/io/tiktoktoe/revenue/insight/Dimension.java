package io.tiktoktoe.revenue.insight;

/** What income can be broken down by. */
public enum Dimension {
  STREAM("stream"),
  PLATFORM("platform"),
  COUNTRY("country"),
  AGE_BAND("age band"),
  GENDER("gender");

  /** The name of the group whose members are not known; they are never guessed or left out. */
  public static final String UNKNOWN = "unknown";

  private final String label;

  Dimension(String label) {
    this.label = label;
  }

  /** Its name in reports. */
  public String label() {
    return label;
  }
}
