package dev.foreshock.faults.internal.toxiproxy.standby;

import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.faults.internal.fork.JavaFork;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes of one server, one after the other, as their owner sees them: each has a {@link Lifeline} to it. Thread-safe. */
public final class Chain implements AutoCloseable {
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long CLOSING_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int KEY_RADIX = 36;

    private final ServerSocket lifelines;
    private final Entrance entrance;
    private final List<Member> members = new ArrayList<>();
    private final Process first;
    private ProcessHandle serving;
    private @Nullable ProcessHandle standby;
    private String failure = "";
    private int port;
    private boolean isClosing;

    /**
     * A process of the chain.
     *
     * @param line its lifeline
     */
    private record Member(Socket line) {
        void end() {
            try {
                line.getOutputStream().write((Lifeline.END + '\n').getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It is gone already.
            }
        }
    }

    private Chain(ToxiproxyOptions options, String proxies) throws IOException {
        lifelines = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        String key = Long.toString(new SecureRandom().nextLong(), KEY_RADIX);
        entrance = new Entrance(lifelines, key);
        Settings settings = Settings.of(options, lifelines.getLocalPort(), key);
        first = JavaFork.of(settings.machine(), ServerMain.class.getName(), List.of(ServerMain.SERVE))
                .redirectOutput(Redirect.DISCARD)
                .start();
        serving = first.toHandle();
        try (Writer input = first.outputWriter(StandardCharsets.UTF_8)) {
            input.write(settings.line() + '\n' + proxies.replace('\n', ' ').replace('\r', ' ') + '\n');
        }
    }

    /**
     * Starts the first of them and waits until it answers.
     *
     * @throws IllegalStateException where it does not; the message says why
     */
    public static Chain start(ToxiproxyOptions options, String proxies) {
        Chain chain;
        try {
            chain = new Chain(options, proxies);
        } catch (IOException e) {
            throw new UncheckedIOException("the Toxiproxy server could not be started", e);
        }
        daemon("foreshock-toxiproxy", chain::accept);
        CompletableFuture<Void> unused = chain.first.onExit().thenRun(chain::wake);
        String problem = chain.awaitStart();
        if (!problem.isEmpty()) {
            chain.close();
            throw new IllegalStateException("the Toxiproxy server must start, but " + problem);
        }
        return chain;
    }

    private static void daemon(String name, Runnable what) {
        Thread thread = new Thread(what, name);
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void wake() {
        notifyAll();
    }

    private synchronized String awaitStart() {
        long end = System.nanoTime() + START_NANOS;
        try {
            while (port == 0 && failure.isEmpty() && first.isAlive()) {
                if (System.nanoTime() - end >= 0) {
                    return "it did not answer within " + TimeUnit.NANOSECONDS.toSeconds(START_NANOS) + " s";
                }
                wait(TimeUnit.SECONDS.toMillis(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "this process was interrupted";
        }
        return port > 0 ? "" : failure.isEmpty() ? "it ended before it answered" : failure;
    }

    private void accept() {
        while (!lifelines.isClosed()) {
            try {
                Socket line = entrance.next();
                daemon("foreshock-toxiproxy-lifeline", () -> listen(line));
            } catch (IOException e) {
                // It was closed, or this process holds so much that nothing more can be opened: that is over some time.
                LockSupport.parkNanos(this, AGAIN_NANOS);
            }
        }
    }

    private void listen(Socket line) {
        Member member = new Member(line);
        try (line) {
            if (!entrance.isKnown(line)) {
                return;
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
            join(member);
            for (String said = lines.readLine(); said != null; said = lines.readLine()) {
                hear(said);
            }
        } catch (IOException e) {
            // as good as its end
        }
        leave(member);
    }

    private synchronized void join(Member member) {
        members.add(member);
        if (isClosing) {
            member.end();
        }
    }

    private synchronized void leave(Member member) {
        members.remove(member);
        notifyAll();
    }

    private synchronized void hear(String said) {
        String[] words = said.split(" ", 3);
        switch (words[0]) {
            case "serves" -> {
                serving = ProcessHandle.of(Long.parseLong(words[1])).orElse(serving);
                port = Integer.parseInt(words[2]);
                if (serving.equals(standby)) {
                    standby = null;
                }
            }
            case "stands-by" ->
                standby = ProcessHandle.of(Long.parseLong(words[1])).orElse(null);
            default -> failure = said.substring(said.indexOf(' ') + 1);
        }
        notifyAll();
    }

    /** Returns the control port. */
    public synchronized int port() {
        return port;
    }

    /** Returns the process that serves now, or served last. */
    public synchronized ProcessHandle serving() {
        return serving;
    }

    /** Waits until a process stands by, and returns it. */
    public synchronized ProcessHandle standby() throws InterruptedException {
        long end = System.nanoTime() + START_NANOS;
        while (standby == null || !standby.isAlive()) {
            if (System.nanoTime() - end >= 0) {
                throw new IllegalStateException("nothing stands by for the Toxiproxy server");
            }
            if (isClosing) {
                throw new IllegalStateException("the Toxiproxy server is closed");
            }
            wait(TimeUnit.SECONDS.toMillis(1));
        }
        return standby;
    }

    @Override
    public void close() {
        long end = System.nanoTime() + CLOSING_NANOS;
        try {
            // Only a process that is gone has given all its ports back.
            for (ProcessHandle process : end(end)) {
                process.onExit().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger(Chain.class.getName())
                    .log(System.Logger.Level.WARNING, "a Toxiproxy server is slow to end, so it is killed", e);
        }
        known().forEach(ProcessHandle::destroyForcibly);
    }

    /** Has all end and waits for it; returns the processes that are known. */
    private synchronized List<ProcessHandle> end(long endNanos) throws InterruptedException {
        isClosing = true;
        members.forEach(Member::end);
        notifyAll();
        while (!members.isEmpty() && System.nanoTime() - endNanos < 0) {
            wait(TimeUnit.SECONDS.toMillis(1));
        }
        try {
            lifelines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known();
    }

    private synchronized List<ProcessHandle> known() {
        return Stream.of(first.toHandle(), serving, standby)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns how the first of them ended. */
    int exitValue() {
        return first.exitValue();
    }
}
