package dev.foreshock.faults.internal.toxiproxy.standby;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the process that a server is for, its owner: it tells the owner who serves and who stands by, hears when to end, and breaks
 * when the owner dies. A server that is for nobody has one that never breaks. Thread-safe.
 */
final class Lifeline implements AutoCloseable {
    /** What the owner says last. */
    static final String END = "end";

    private final @Nullable Socket socket;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean isLost;

    private Lifeline(@Nullable Socket socket) {
        this.socket = socket;
    }

    /**
     * Connects to the owner.
     *
     * @param port where it listens, on loopback; 0 where there is none
     * @param key what it knows its own by
     */
    static Lifeline to(int port, String key) {
        if (port == 0) {
            return new Lifeline(null);
        }
        Socket socket;
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            Lifeline lost = new Lifeline(null);
            lost.isLost = true;
            lost.over.countDown();
            return lost;
        }
        Lifeline line = new Lifeline(socket);
        line.say(key);
        Thread listener = new Thread(() -> line.listen(socket), "foreshock-lifeline");
        listener.setDaemon(true);
        listener.start();
        return line;
    }

    /** The connection stays open after the last word: its end tells the owner that this process has ended. */
    private void listen(Socket connected) {
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(connected.getInputStream(), StandardCharsets.UTF_8));
            isLost = !END.equals(lines.readLine());
        } catch (IOException e) {
            isLost = true;
        }
        over.countDown();
    }

    /** Tells the owner; one that is gone is not told. */
    synchronized void say(String line) {
        if (socket == null) {
            return;
        }
        try {
            OutputStream out = socket.getOutputStream();
            out.write((line.replace('\n', ' ') + '\n').getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            // Whoever listens to it finds out.
        }
    }

    /** Tells whether there is an owner, or was one. */
    boolean isHeld() {
        return socket != null || isLost;
    }

    /** Waits until the owner says that this is the end, or is gone. */
    void awaitEnd() throws InterruptedException {
        over.await();
    }

    /** Tells whether the owner is gone, and did not say that this is the end. */
    boolean isLost() {
        return isLost;
    }

    /** Tells whether the owner said that this is the end, or is gone. */
    boolean isOver() {
        return over.getCount() == 0;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // as good as closed
        }
    }
}
