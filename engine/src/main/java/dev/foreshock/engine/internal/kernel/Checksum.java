package dev.foreshock.engine.internal.kernel;

/** A running 64-bit hash of events in order. Costs about a nanosecond per event, so it is always on. */
final class Checksum {
    private static final long TIME_FACTOR = 0x9E37_79B9_7F4A_7C15L;
    private static final long FACTS_FACTOR = 0xBF58_476D_1CE4_E5B9L;

    private Checksum() {}

    static long add(long checksum, long timeNanos, long sequence, int handler, int op, int arg) {
        long what = (sequence << 24) ^ ((long) handler << 48) ^ ((long) op << 32) ^ Integer.toUnsignedLong(arg);
        long mixed = (Long.rotateLeft(checksum, 23) ^ timeNanos) * TIME_FACTOR;
        return (mixed ^ (mixed >>> 32) ^ what) * FACTS_FACTOR;
    }
}
