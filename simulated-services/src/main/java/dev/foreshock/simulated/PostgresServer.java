package dev.foreshock.simulated;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One server of PostgreSQL, as whoever runs it has it run: a process, or a container. For one thread, but for {@link #isRunning()},
 * {@link #exitStatus()} and {@link #said()}.
 */
public interface PostgresServer {
    /** Returns the port of loopback at which this process, its proxies and its standby reach it. */
    int port();

    /**
     * Starts it. It may not answer yet.
     *
     * @param settings what is set beside where its data lies and where it listens
     */
    void start(Map<String, String> settings) throws IOException;

    /** Starts it as before, after it was killed. */
    void startAgain() throws IOException;

    /** Tells whether it has been started and has not ended, whatever ended it. For any thread. */
    boolean isRunning();

    /** Returns how it ended, as a shell tells it; null where it has not, or nobody can tell any more. For any thread. */
    default @Nullable Integer exitStatus() {
        return null;
    }

    /** Returns what it said, for whoever asks why it does not do as it is told. */
    String said();

    /** Kills it with all its children, wherever they are: what they had not written is gone. */
    void kill() throws IOException;

    /** Stops it with all its children where they are, or has them go on. */
    void stop(boolean stops) throws IOException;
}
