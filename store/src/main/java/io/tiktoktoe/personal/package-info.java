/**
 * Personal data: what says who a person is, found in names and values, and hidden or made a
 * pseudonym.
 *
 * <p>Question: which parts of a row may be kept as they came? Method: keyed hashing and redaction
 * by names of fields and shapes of values (addresses, telephone numbers, network addresses).
 */
package io.tiktoktoe.personal;
