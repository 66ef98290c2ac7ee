/**
 * Price tests as a service in the store: who is shown which offer, what came of it, what it says.
 *
 * <p>Question: which price brings most, at a bounded risk? Methods: those of {@code pricing} over
 * an append-only log, from which every state can be computed again. Front door: {@link
 * io.tiktoktoe.service.experiment.ExperimentService}. docs/methods/price-tests.md explains each.
 */
package io.tiktoktoe.service.experiment;
