package io.tiktoktoe.service.text;

import java.util.List;

/**
 * A recommendation in sentences.
 *
 * @param action what to do
 * @param evidence the observations behind it
 * @param assumption what must hold for the expectation to come true
 * @param wouldChange what would change this advice
 */
public record AdviceText(
    String action, List<String> evidence, String assumption, String wouldChange) {

  public AdviceText {
    evidence = List.copyOf(evidence);
  }

  AdviceText(String action, String evidence, String assumption, String wouldChange) {
    this(action, List.of(evidence), assumption, wouldChange);
  }
}
