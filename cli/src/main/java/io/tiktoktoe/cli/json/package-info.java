/**
 * Answers for programs: any record as JSON with snake_case keys, numbers that read back exactly,
 * null for what is missing or not a number.
 */
package io.tiktoktoe.cli.json;
