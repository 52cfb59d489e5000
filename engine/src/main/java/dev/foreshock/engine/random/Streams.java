package dev.foreshock.engine.random;

import java.nio.charset.StandardCharsets;

/**
 * Names the random streams of one replication.
 *
 * @param seed the seed of the run
 * @param replication the replication, from 0
 */
public record Streams(long seed, int replication) {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    /** Returns the stream called {@code name}; the same for the same seed, replication and name, always. */
    public long named(String name) {
        return KeyedRandom.key(seed, replication, hash(name));
    }

    /** Returns a stable 64-bit hash of {@code name} (FNV-1a over its UTF-8 bytes). */
    public static long hash(String name) {
        long hash = FNV_OFFSET;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }
}
