/**
 * The words of connecting: how a file is to be read, as which format, and why it cannot be read.
 *
 * <p>Question: what do callers say about a file, and what do they hear?
 */
package io.tiktoktoe.connect.file;
