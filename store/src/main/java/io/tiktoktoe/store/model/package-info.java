/**
 * The words of the store: options, reports, rejects, errors.
 *
 * <p>Question: what do callers tell the store, and what do they hear?
 */
package io.tiktoktoe.store.model;
