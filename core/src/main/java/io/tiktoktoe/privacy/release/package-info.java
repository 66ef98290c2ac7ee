/**
 * Private releases: from contributions of persons to protected numbers that say how wrong they are.
 *
 * <p>Question: what do these data say that exposes nobody? The door is {@code PrivateReleases}. Raw
 * contributions go in and can be read by this package alone; protected types come out and can be
 * made by this package alone. docs/methods/privacy.md has the threat model and each mechanism's
 * proof.
 */
package io.tiktoktoe.privacy.release;
