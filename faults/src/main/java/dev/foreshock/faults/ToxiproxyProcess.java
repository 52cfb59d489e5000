package dev.foreshock.faults;

import dev.foreshock.faults.internal.toxiproxy.standby.Chain;

/**
 * A server as {@link EmbeddedToxiproxy}, in a process of its own, so that it goes on when this one dies. Another process stands by for it: when
 * it dies, that takes over within a moment and passes everything through. Closed, it ends with everything that stands by. When
 * this process ends without closing it, it ends once nobody has been connected to it for some seconds.
 *
 * <p>Thread-safe.
 */
public final class ToxiproxyProcess implements AutoCloseable {
    private final Chain chain;

    private ToxiproxyProcess(Chain chain) {
        this.chain = chain;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @throws IllegalStateException where it does not start; the message says why
     * @throws java.io.UncheckedIOException where the configuration cannot be read
     */
    public static ToxiproxyProcess start(ToxiproxyOptions options) {
        return start(options, options.config().map(EmbeddedToxiproxy::read).orElse("[]"));
    }

    /**
     * Starts a server with {@code proxies} and waits until it answers.
     *
     * @param proxies as {@code POST /populate} takes them
     * @throws IllegalStateException where it does not start; the message says why
     * @throws IllegalArgumentException where it would listen beyond loopback without a token
     */
    public static ToxiproxyProcess start(ToxiproxyOptions options, String proxies) {
        options.requireTokenBeyondLoopback();
        return new ToxiproxyProcess(Chain.start(options, proxies));
    }

    /** Returns the control port: another one where that was taken while one process took over from another. */
    public int port() {
        return chain.port();
    }

    /** Returns the process that serves now, or served last. */
    public ProcessHandle serving() {
        return chain.serving();
    }

    /** Waits until a process stands by that has all it takes to take over, and returns it. */
    public ProcessHandle standby() throws InterruptedException {
        return chain.standby();
    }

    /** Ends it and what stands by; returns when its ports are free. */
    @Override
    public void close() {
        chain.close();
    }
}
