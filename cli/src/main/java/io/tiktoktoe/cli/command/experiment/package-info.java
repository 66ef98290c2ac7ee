/** Commands about price tests: one class each, that asks {@code service.experiment} and prints. */
package io.tiktoktoe.cli.command.experiment;
