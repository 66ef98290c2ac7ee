/**
 * Answers for programs: any record as JSON with snake_case keys, numbers that read back exactly,
 * null for what is missing or not a number.
 *
 * <p>Question: how does a program read an answer? Written as it is walked: no answer is ever held
 * as a text or a tree. Front door: {@link io.tiktoktoe.service.json.JsonAnswer}.
 */
package io.tiktoktoe.service.json;
