package io.tiktoktoe.service.model.privacy;

import io.tiktoktoe.pipeline.insight.AnalyticsInsights;
import java.util.Currency;
import java.util.List;

/**
 * A release about a platform with its sentences.
 *
 * @param insights what may be seen
 * @param currency of amounts
 * @param sentences what the insights say, in their order: audience, content, business, technical
 */
public record PlatformAnswer(
    AnalyticsInsights insights, Currency currency, List<Sentence> sentences) {

  public PlatformAnswer {
    sentences = List.copyOf(sentences);
  }

  /**
   * An insight in words.
   *
   * @param reader for whom: audience, content, business or technical
   * @param code its kind
   * @param says what is so
   * @param advice what to do about it
   * @param surety how sure that is
   */
  public record Sentence(String reader, String code, String says, String advice, String surety) {}
}
