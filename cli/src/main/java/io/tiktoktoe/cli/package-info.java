/** Commands, their options and their reports for terminals. */
package io.tiktoktoe.cli;
