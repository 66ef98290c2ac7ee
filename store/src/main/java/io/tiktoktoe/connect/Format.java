package io.tiktoktoe.connect;

/** A file format that is recognised by its header. */
public interface Format {}
