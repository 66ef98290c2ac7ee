/**
 * What holds for any file before its content means anything: how it is unpacked, whether it is
 * still the one that was looked at, and which of its texts a spreadsheet would run. Not exported.
 */
package io.tiktoktoe.file;
