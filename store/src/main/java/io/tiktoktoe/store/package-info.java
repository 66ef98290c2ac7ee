/** The event log and its metric tables behind one engine: run SQL, per key, write. */
package io.tiktoktoe.store;
