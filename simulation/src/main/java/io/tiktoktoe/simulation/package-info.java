/** A creator economy whose truth is known: events stream out, the truth is written beside them. */
package io.tiktoktoe.simulation;
