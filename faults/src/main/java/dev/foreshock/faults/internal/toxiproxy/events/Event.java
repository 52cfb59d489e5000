package dev.foreshock.faults.internal.toxiproxy.events;

/**
 * A line of a stream.
 *
 * @param sequence its number; 0 where it is about the stream itself
 * @param kind the name of its kind
 * @param json all of it, as an object without line ends
 */
public record Event(long sequence, String kind, String json) {}
