/** What senders and files say, turned into events: one format is one small data file. */
package io.tiktoktoe.connect;
