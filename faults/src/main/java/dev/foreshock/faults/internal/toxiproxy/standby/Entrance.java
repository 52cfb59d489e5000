package dev.foreshock.faults.internal.toxiproxy.standby;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where those connect who know a key, and whoever else is on the machine. Of those who have not said the key only so many are heard at a
 * time, each for only so long: who comes then waits where the system lets those wait who connect. Thread-safe.
 */
final class Entrance {
    private static final int MOST_STRANGERS = 64;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ServerSocket server;
    private final byte[] key;
    private final long patienceNanos;
    private final Semaphore places;

    Entrance(ServerSocket server, String key) {
        this(server, key, MOST_STRANGERS, PATIENCE_NANOS);
    }

    /**
     * Creates one.
     *
     * @param key what is to be said, as a line
     * @param mostStrangers how many are heard at a time
     * @param patienceNanos how long somebody may take to say all of the key
     */
    Entrance(ServerSocket server, String key, int mostStrangers, long patienceNanos) {
        this.server = server;
        this.key = (key + '\n').getBytes(StandardCharsets.UTF_8);
        this.patienceNanos = patienceNanos;
        places = new Semaphore(mostStrangers);
    }

    /** Waits for somebody to come, and for a place; whoever it is keeps the place until {@link #isKnown} is over. */
    Socket next() throws IOException {
        places.acquireUninterruptibly();
        try {
            return server.accept();
        } catch (IOException e) {
            places.release();
            throw e;
        }
    }

    /** Tells whether somebody says the key. What they say then is for whoever reads on. */
    boolean isKnown(Socket line) throws IOException {
        try {
            return saysKey(line);
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            places.release();
        }
    }

    private boolean saysKey(Socket line) throws IOException {
        byte[] said = new byte[key.length];
        long until = System.nanoTime() + patienceNanos;
        int read = 0;
        while (read < said.length) {
            long leftMillis = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            // 0 would be for ever.
            line.setSoTimeout((int) Math.max(1, leftMillis));
            int more = line.getInputStream().read(said, read, said.length - read);
            if (more < 0 || (leftMillis <= 0 && read + more < said.length)) {
                return false;
            }
            read += more;
        }
        line.setSoTimeout(0);
        return MessageDigest.isEqual(key, said);
    }
}
