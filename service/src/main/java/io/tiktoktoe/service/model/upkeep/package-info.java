/**
 * Words of the store's upkeep: backup, restore, erasure and undoing of a batch.
 *
 * <p>Question: what is asked and told when a store is kept in order? Records only; the door is
 * {@link io.tiktoktoe.service.UpkeepService}.
 */
package io.tiktoktoe.service.model.upkeep;
