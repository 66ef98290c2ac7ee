/**
 * What holds for any file before its content means anything: how it is unpacked, whether it is
 * still the one that was looked at, which of its texts a spreadsheet would run, whose it is, and
 * what it may take the place of.
 */
package io.tiktoktoe.file;
