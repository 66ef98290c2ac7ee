package io.tiktoktoe.service.model;

import java.io.IOException;

/**
 * Takes answers one after the other, such as a writer does, so that they are never held together.
 */
@FunctionalInterface
public interface AnswerSink<A> {

  /**
   * Takes the next answer.
   *
   * @throws IOException if it cannot be passed on; the call ends with it
   */
  void accept(A answer) throws IOException;
}
