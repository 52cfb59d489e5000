package dev.foreshock.faults.control;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What the embedded server can do to connections and stock servers cannot. It stands by a lease, and no stock client sees it. */
public sealed interface Effect {
    /** Which way bytes go, in Toxiproxy's words. */
    enum Stream {
        /** What callers send. */
        UPSTREAM,
        /** What callers are answered. */
        DOWNSTREAM
    }

    /**
     * All connections of the proxy together send so much in one direction, each in its turn.
     *
     * @param stream the direction
     * @param kilobytesPerSecond the rate, in 1000 bytes a second, from 1
     */
    record SharedBandwidth(Stream stream, long kilobytesPerSecond) implements Effect {
        /** Checks the rate. */
        public SharedBandwidth {
            if (kilobytesPerSecond < 1) {
                throw new IllegalArgumentException(
                        "the rate must be at least 1 kB/s, but was " + kilobytesPerSecond + " kB/s");
            }
        }
    }

    /**
     * Connections that come in are led to their server only after a while.
     *
     * @param delay the while, in whole ms
     */
    record ConnectDelay(Duration delay) implements Effect {
        /** Checks the delay. */
        public ConnectDelay {
            requireMillis("the delay", delay);
        }
    }

    /**
     * A connection is cut after so many bytes or so long, whichever comes first, counted since the effect began to act on it.
     *
     * @param stream the direction in which bytes are counted
     * @param bytes how many pass; empty is any number
     * @param time how long, in whole ms; empty is for ever
     * @param reset whether both ends see a reset, in place of an end after all that has passed
     */
    record CutAfter(Stream stream, OptionalLong bytes, Optional<Duration> time, boolean reset) implements Effect {
        /** Checks that it cuts at some time. */
        public CutAfter {
            if (bytes.isEmpty() && time.isEmpty()) {
                throw new IllegalArgumentException("a cut must be after bytes or time, but had neither");
            }
            if (bytes.isPresent() && bytes.getAsLong() < 1) {
                throw new IllegalArgumentException(
                        "a cut must be after at least 1 byte, but was after " + bytes.getAsLong());
            }
            time.ifPresent(after -> requireMillis("the time of a cut", after));
        }

        /** Returns one that ends connections after so many bytes. */
        public static CutAfter bytes(Stream stream, long bytes) {
            return new CutAfter(stream, OptionalLong.of(bytes), Optional.empty(), false);
        }

        /** Returns one that ends connections after a time. */
        public static CutAfter time(Duration time) {
            return new CutAfter(Stream.DOWNSTREAM, OptionalLong.empty(), Optional.of(time), false);
        }

        /** Returns this, by a reset. */
        public CutAfter byReset() {
            return new CutAfter(stream, bytes, time, true);
        }
    }

    private static void requireMillis(String what, Duration time) {
        if (time.toMillis() < 1) {
            throw new IllegalArgumentException(what + " must be at least 1 ms, but was " + time);
        }
    }
}
