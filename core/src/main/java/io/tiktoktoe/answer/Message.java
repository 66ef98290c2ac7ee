package io.tiktoktoe.answer;

/**
 * Something to tell people: a code with parameters, the components of the record that it is. Its
 * sentences are made where answers are worded, so that each can be said in another language or
 * counted by programs. Amounts are minor units of the reporting currency.
 */
public interface Message {

  /** Stable id of what is said, such as {@code strong-hours}. */
  String code();
}
