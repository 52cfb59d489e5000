package dev.foreshock.simulated.internal.process;

import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets in who says a token, and closes on all others. Of those who have not said it only so many are held, each for only so long: who comes
 * then waits where the system lets those wait who connect, and is let in as a place is free. For one thread, but for {@link #wake()}.
 */
final class Door implements AutoCloseable {
    private static final int LENGTH = 64;

    private final Token token;
    private final int mostStrangers;
    private final long patienceNanos;
    private final Selector selector;
    private final SelectionKey accepts;

    /** Those who have not said it, the first to come first. */
    private final Queue<Stranger> strangers = new ArrayDeque<>();

    /** Who came, how long is waited for the token, and what of it was said. */
    private static final class Stranger {
        private final SelectionKey key;
        private final long untilNanos;
        private final ByteBuffer said;

        Stranger(SelectionKey key, long untilNanos, int length) {
            this.key = key;
            this.untilNanos = untilNanos;
            said = ByteBuffer.allocate(length);
        }
    }

    /**
     * Opens it.
     *
     * @param server where they come, which it closes
     * @param mostStrangers how many it holds at most who have not said the token
     * @param patienceNanos how long somebody may take to say all of it
     */
    Door(ServerSocketChannel server, Token token, int mostStrangers, long patienceNanos) throws IOException {
        this.token = token;
        this.mostStrangers = mostStrangers;
        this.patienceNanos = patienceNanos;
        selector = Selector.open();
        server.configureBlocking(false);
        accepts = server.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Waits until there is something to do, or it is woken. */
    void await(long nowNanos) throws IOException {
        Stranger first = strangers.peek();
        if (first == null) {
            selector.select();
        } else if (first.untilNanos - nowNanos > 0) {
            // Not a moment too early, or it would be asked again and again until then.
            selector.select((first.untilNanos - nowNanos) / 1_000_000 + 1);
        }
    }

    /** Ends a wait, by another thread. */
    void wake() {
        selector.wakeup();
    }

    /**
     * Does what is to be done: hears who says something, closes on those who took too long, lets in who waits.
     *
     * @throws IOException if nobody can be let in, as this process has no more connections
     */
    void turn(long nowNanos) throws IOException {
        selector.selectNow();
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isValid() && key.isReadable()) {
                hear(key);
            }
        }
        selector.selectedKeys().clear();
        Stranger first = strangers.peek();
        while (first != null && nowNanos - first.untilNanos >= 0) {
            leave(first.key);
            first = strangers.peek();
        }
        try {
            letIn(nowNanos);
        } finally {
            accepts.interestOps(strangers.size() < mostStrangers ? SelectionKey.OP_ACCEPT : 0);
        }
    }

    private void letIn(long nowNanos) throws IOException {
        while (strangers.size() < mostStrangers) {
            SocketChannel came = ((ServerSocketChannel) accepts.channel()).accept();
            if (came == null) {
                return;
            }
            came.configureBlocking(false);
            SelectionKey key = came.register(selector, SelectionKey.OP_READ);
            Stranger stranger =
                    new Stranger(key, nowNanos + patienceNanos, token.text().length());
            key.attach(stranger);
            strangers.add(stranger);
            hear(key); // whoever is of the twin has said it already
        }
    }

    /** Hears a stranger, or that one who was let in has gone. */
    private void hear(SelectionKey key) {
        Stranger stranger = (Stranger) key.attachment();
        ByteBuffer said = stranger == null ? ByteBuffer.allocate(LENGTH) : stranger.said;
        try {
            int read = ((SocketChannel) key.channel()).read(said);
            if (stranger != null && !said.hasRemaining() && isToken(said)) {
                strangers.remove(stranger);
                key.attach(null);
            } else if (read < 0 || (stranger != null && !said.hasRemaining())) {
                leave(key);
            }
        } catch (IOException e) {
            leave(key);
        }
    }

    private boolean isToken(ByteBuffer said) {
        return token.is(StandardCharsets.US_ASCII.decode(said.flip()).toString());
    }

    /** Closes on somebody. */
    private void leave(SelectionKey key) {
        strangers.removeIf(each -> each.key == key);
        close(key);
    }

    /** Returns how many are held who have not said the token. */
    int strangers() {
        return strangers.size();
    }

    /** Returns how many are held in all. */
    int held() {
        return selector.keys().size() - 1;
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            // The system closes it with this process, at the latest.
        }
    }

    /** Closes on everybody. */
    @Override
    public void close() {
        selector.keys().forEach(Door::close);
        try {
            selector.close();
        } catch (IOException e) {
            // The system closes it with this process, at the latest.
        }
    }
}
