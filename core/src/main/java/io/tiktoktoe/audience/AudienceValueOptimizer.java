package io.tiktoktoe.audience;

/** Front door of audience value optimisation. */
public final class AudienceValueOptimizer {

  private AudienceValueOptimizer() {}
}
