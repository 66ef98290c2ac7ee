package io.tiktoktoe.store;

/** Runs the shared SQL. */
public interface Engine extends AutoCloseable {}
