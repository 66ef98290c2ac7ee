/**
 * Files as text: whether they are compressed and how, in which encoding, with which delimiter, and
 * how their own values write numbers and times. Everything is told from the content.
 *
 * <p>Question: which rows are in this file, on which line does each stand, and what do its texts
 * mean? Front doors: {@link io.tiktoktoe.text.FileProbe}, then {@link io.tiktoktoe.text.TableShape}
 * for the rows of a delimited file or {@link io.tiktoktoe.text.JsonRows} for objects; {@link
 * io.tiktoktoe.text.NumberStyle} and {@link io.tiktoktoe.text.DateText} for values. {@code connect}
 * (events) and {@code table} (series, rates, special days) read files through nothing else.
 */
package io.tiktoktoe.text;
