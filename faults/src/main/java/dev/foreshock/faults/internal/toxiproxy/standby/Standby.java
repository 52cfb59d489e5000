package dev.foreshock.faults.internal.toxiproxy.standby;

import dev.foreshock.faults.internal.fork.JavaFork;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The process that stands by, as the server sees it: it is told which proxies there are, and a new one is started where it dies. What it
 * hears last decides: {@code bye}, and it ends; the end of its input, and it takes over. Thread-safe.
 */
final class Standby implements AutoCloseable {
    static final String BYE = "bye";

    private static final long RESTART_MILLIS = 1_000;
    private static final long CLOSING_SECONDS = 5;

    private final Settings settings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread keeper = new Thread(this::keep, "foreshock-standby");
    private final Thread hook = new Thread(this::bye, "foreshock-standby-bye");
    private String proxies = "";
    private @Nullable Process process;

    /** Starts it. */
    Standby(Settings settings) {
        this.settings = settings;
        keeper.setDaemon(true);
        // A machine that ends in order has not died, whether or not somebody closed the server before. One that is
        // ending
        // already refuses the hook, and then nobody stands by.
        Runtime.getRuntime().addShutdownHook(hook);
        keeper.start();
    }

    /** Has it know the proxies as they are at rest, as JSON without line ends. */
    synchronized void tell(String json) {
        proxies = json;
        notifyAll();
    }

    /** Waits for something else to tell than {@code told}, but not for long, and returns what there is to tell. */
    private synchronized String news(String told) throws InterruptedException {
        long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RESTART_MILLIS);
        while (proxies.equals(told) && closed.getCount() > 0 && System.nanoTime() - endNanos < 0) {
            wait(RESTART_MILLIS);
        }
        return proxies;
    }

    private void keep() {
        try {
            while (closed.getCount() > 0) {
                tryToStand();
                if (closed.await(RESTART_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToStand() throws InterruptedException {
        try {
            stand();
        } catch (IOException e) {
            System.getLogger(Standby.class.getName())
                    .log(System.Logger.Level.WARNING, "nothing stands by for the Toxiproxy server yet", e);
        }
    }

    /** Starts one and tells it what there is to tell until it ends. */
    private void stand() throws IOException, InterruptedException {
        Process started = start();
        if (started == null) {
            return;
        }
        try (Writer orders = started.outputWriter(StandardCharsets.UTF_8)) {
            orders.write(settings.line() + '\n');
            String told = "";
            while (started.isAlive() && closed.getCount() > 0) {
                String now = news(told);
                if (!now.equals(told)) {
                    orders.write(now + '\n');
                    orders.flush();
                    told = now;
                }
            }
            orders.write(BYE + '\n');
        } catch (IOException e) {
            // It is gone; whoever keeps it starts another.
        }
        if (closed.getCount() > 0) {
            started.onExit().join();
        }
    }

    private synchronized @Nullable Process start() throws IOException {
        if (closed.getCount() == 0) {
            return null;
        }
        Process started = JavaFork.of(settings.machine(), ServerMain.class.getName(), List.of(ServerMain.STAND_BY))
                .redirectOutput(Redirect.DISCARD)
                .start();
        process = started;
        return started;
    }

    private void bye() {
        closed.countDown();
        Process last;
        synchronized (this) {
            notifyAll();
            last = process;
        }
        if (last == null) {
            return;
        }
        try {
            if (!last.waitFor(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                last.destroyForcibly();
            }
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        bye();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is ending already.
        }
    }
}
