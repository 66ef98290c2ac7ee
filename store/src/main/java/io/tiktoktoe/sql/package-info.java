/**
 * SQL as text: quoting of names and literals, and templates from the files of {@code sql/}.
 *
 * <p>Question: how does what people and files say become part of a statement, and never more than a
 * name or a literal?
 *
 * <p>The files lie in two folders. {@code shared} computes, in the dialect that DuckDB and Spark
 * share; {@code duckdb} stores, and does what DuckDB alone can do. {@code sql/README.md} says the
 * rule and {@code SqlRulesTest} holds it.
 */
package io.tiktoktoe.sql;
