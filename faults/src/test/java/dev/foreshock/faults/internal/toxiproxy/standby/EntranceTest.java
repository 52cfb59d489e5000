package dev.foreshock.faults.internal.toxiproxy.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever else is on the machine can reach the port of a chain's lifelines. */
class EntranceTest {
    private static final int MOST = 2;
    private static final long LONG = TimeUnit.HOURS.toNanos(1);

    private final List<Socket> sockets = new ArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket comes(String says) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
        sockets.add(socket);
        socket.getOutputStream().write(says.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private Entrance entrance(long patienceNanos) {
        return new Entrance(server, "sesame", MOST, patienceNanos);
    }

    @Test
    void whoSaysTheKeyIsKnownAndWhatComesThenIsLeft() throws IOException {
        Entrance entrance = entrance(LONG);
        comes("sesame\nserves 1 2\n");
        Socket line = entrance.next();
        assertThat(entrance.isKnown(line)).isTrue();
        assertThat(new String(line.getInputStream().readNBytes(6), StandardCharsets.UTF_8))
                .isEqualTo("serves");
    }

    @Test
    void whoSaysAnotherOrGoesBeforeItsEndIsNot() throws IOException {
        Entrance entrance = entrance(LONG);
        comes("simsim\n");
        assertThat(entrance.isKnown(entrance.next())).isFalse();
        comes("sesames");
        assertThat(entrance.isKnown(entrance.next())).isFalse();
        comes("ses").close();
        assertThat(entrance.isKnown(entrance.next())).isFalse();
    }

    @Test
    void whoSaysNothingIsNotWaitedForForEver() throws IOException {
        Entrance entrance = entrance(TimeUnit.MILLISECONDS.toNanos(1));
        comes("");
        comes("ses");
        assertThat(entrance.isKnown(entrance.next())).isFalse();
        assertThat(entrance.isKnown(entrance.next())).isFalse();
    }

    @Test
    void ofManyStrangersOnlySoManyAreHeardAtATime() throws Exception {
        Entrance entrance = entrance(LONG);
        for (int stranger = 0; stranger <= MOST; stranger++) {
            comes("");
        }
        Socket first = entrance.next();
        entrance.next();
        CompletableFuture<Socket> third = new CompletableFuture<>();
        Thread waits = new Thread(() -> {
            try {
                third.complete(entrance.next());
            } catch (IOException e) {
                third.completeExceptionally(e);
            }
        });
        waits.start();
        while (waits.getState() != Thread.State.WAITING && !third.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(third).as("it came, and waits for a place").isNotDone();
        sockets.get(0).close();
        assertThat(entrance.isKnown(first)).isFalse();
        third.get(60, TimeUnit.SECONDS).close();
    }
}
