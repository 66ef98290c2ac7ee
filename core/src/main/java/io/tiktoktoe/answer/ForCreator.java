package io.tiktoktoe.answer;

/** An answer for one creator, whose zone and currency its figures and words are in. */
public interface ForCreator {

  /** For whom. */
  CreatorProfile creator();
}
