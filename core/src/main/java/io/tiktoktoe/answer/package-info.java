/**
 * What every answer carries, whichever component gives it.
 *
 * <p>Question: about whom, from which data, by which model and seed, and what to do about it?
 */
package io.tiktoktoe.answer;
