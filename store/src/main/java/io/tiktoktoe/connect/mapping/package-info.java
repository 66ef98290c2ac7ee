/**
 * The mapping language: how columns of any file become the fields of an event.
 *
 * <p>Question: what does a row of this format mean? One format is one small data file;
 * docs/formats.md is its manual.
 */
package io.tiktoktoe.connect.mapping;
