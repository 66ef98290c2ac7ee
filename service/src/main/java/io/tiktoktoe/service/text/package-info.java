/**
 * Answers in words: each code with its parameters as sentences of English.
 *
 * <p>Question: how is it said? Core gives codes and numbers; whoever shows them takes the sentences
 * from {@link io.tiktoktoe.service.text.Wording}, so that every door says the same.
 */
package io.tiktoktoe.service.text;
