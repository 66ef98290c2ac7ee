/**
 * SQL as text: quoting of names and literals, and templates from files.
 *
 * <p>Question: how does what people and files say become part of a statement, and never more than a
 * name or a literal?
 */
package io.tiktoktoe.sql;
