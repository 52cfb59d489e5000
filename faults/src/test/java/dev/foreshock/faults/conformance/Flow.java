package dev.foreshock.faults.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Traffic that does not stop: bytes go through a proxy to an echo and come back, each compared with what was sent. */
final class Flow implements AutoCloseable {
    private static final int AT_ONCE = 4_096;
    private static final long PATIENCE_SECONDS = 60;

    private final Socket client;
    private final AtomicLong rounds = new AtomicLong();
    private final AtomicReference<Throwable> harm = new AtomicReference<>();
    private final AtomicReference<CountDownLatch> wanted = new AtomicReference<>(new CountDownLatch(0));
    private volatile boolean isOver;

    Flow(Socket client) {
        this.client = client;
        Thread thread = new Thread(this::run, "flow");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            InputStream in = client.getInputStream();
            byte[] sent = new byte[AT_ONCE];
            while (!isOver) {
                long round = rounds.get();
                for (int i = 0; i < AT_ONCE; i++) {
                    sent[i] = (byte) (round * 31 + i * 7L);
                }
                client.getOutputStream().write(sent);
                assertThat(in.readNBytes(AT_ONCE)).isEqualTo(sent);
                rounds.incrementAndGet();
                wanted.get().countDown();
            }
        } catch (Throwable e) {
            harm.set(e);
            while (wanted.get().getCount() > 0) {
                wanted.get().countDown();
            }
        }
    }

    /** Waits until some more has gone through, unharmed. */
    void requireMore() throws InterruptedException {
        CountDownLatch more = new CountDownLatch(3);
        wanted.set(more);
        boolean came = harm.get() != null || more.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(harm.get()).as("what harmed the traffic").isNull();
        assertThat(came).as("traffic flows, after %d rounds", rounds.get()).isTrue();
    }

    @Override
    public void close() throws IOException {
        isOver = true;
        client.close();
    }
}
