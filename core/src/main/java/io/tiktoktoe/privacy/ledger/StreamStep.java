package io.tiktoktoe.privacy.ledger;

/**
 * Step of a stream whose answers together cost one price, however many there are of it within 30
 * days up to a most.
 *
 * @param stream the stream, the same for all of its steps
 * @param key the step, the same for the same question
 * @param about the stream for people to read
 * @param price of the whole stream over any 30 days, at least a micro-unit of epsilon
 * @param most answers within any 30 days, from 1
 */
public record StreamStep(String stream, String key, String about, Price price, int most) {

  public StreamStep {
    if (most < 1) {
      throw new IllegalArgumentException("most (%d) must be at least 1.".formatted(most));
    }
  }
}
