package dev.foreshock.faults.internal.toxiproxy.toxic;

import io.netty.buffer.ByteBuf;

/** Bytes that came in together. Whoever holds it releases it or hands it on. */
public final class Chunk {
    private final ByteBuf bytes;
    private long dueNanos;

    /**
     * Takes over {@code bytes}.
     *
     * @param bytes what came
     * @param receivedNanos when, in the time of the loop
     */
    public Chunk(ByteBuf bytes, long receivedNanos) {
        this.bytes = bytes;
        this.dueNanos = receivedNanos;
    }

    /** Returns the bytes, still owned by this chunk. */
    public ByteBuf bytes() {
        return bytes;
    }

    /** Returns how many bytes there are. */
    public int size() {
        return bytes.readableBytes();
    }

    /** Returns when this came in, plus what toxics have delayed it by on purpose. */
    public long dueNanos() {
        return dueNanos;
    }

    /** Notes that this is delayed until {@code nanos} on purpose. */
    public void delayUntil(long nanos) {
        dueNanos = nanos;
    }

    /** Cuts off the first {@code count} bytes as a chunk of their own. */
    public Chunk takeFirst(int count) {
        return new Chunk(bytes.readRetainedSlice(count), dueNanos);
    }

    /** Gives the memory back. */
    public void release() {
        bytes.release();
    }
}
