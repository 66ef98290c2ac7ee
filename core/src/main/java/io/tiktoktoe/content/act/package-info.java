/**
 * Behaviour at contents, laid out for counting: who is a person, and what came at which age.
 *
 * <p>Question: how often was each content watched by people within so many hours of its publishing?
 */
package io.tiktoktoe.content.act;
