package dev.foreshock.simulated.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turned by hand, at times that are handed in. On loopback, who has connected or said something is there at the next turn. */
class DoorTest {
    private static final int MOST = 3;
    private static final long PATIENCE = 100;

    private final Token token = Token.random();
    private final List<Socket> sockets = new ArrayList<>();
    private ServerSocketChannel server;
    private Door door;

    @BeforeEach
    void open() throws IOException {
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        door = new Door(server, token, MOST, PATIENCE);
    }

    @AfterEach
    void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket comes() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.socket().getLocalPort());
        socket.setSoTimeout(60_000);
        sockets.add(socket);
        return socket;
    }

    private static void say(String text, Socket socket) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Turns it as often as it takes until nothing of what was said or done is left to be heard of, however late that is. */
    private void turn(long now) throws IOException {
        for (int turn = 0; turn < 100; turn++) {
            door.turn(now);
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        return socket.getInputStream().read() < 0;
    }

    @Test
    void ofManyStrangersOnlySoManyAreHeldAndOthersOnceThoseAreGone() throws IOException {
        for (int stranger = 0; stranger < 3 * MOST; stranger++) {
            comes();
        }
        turn(0);
        assertThat(door.strangers()).isEqualTo(MOST);
        assertThat(door.held()).isEqualTo(MOST);
        turn(PATIENCE);
        assertThat(isClosed(sockets.get(0))).isTrue();
        assertThat(isClosed(sockets.get(MOST - 1))).isTrue();
        assertThat(door.held()).isEqualTo(MOST);
    }

    @Test
    void aProcessThatCameAmongStrangersIsHeldAsSoonAsThereIsAPlace() throws IOException {
        for (int stranger = 0; stranger < MOST; stranger++) {
            comes();
        }
        Socket process = comes();
        say(token.text(), process);
        turn(0);
        assertThat(door.strangers()).isEqualTo(MOST);
        sockets.get(1).close();
        turn(1);
        assertThat(door.strangers()).isEqualTo(MOST - 1);
        assertThat(door.held()).isEqualTo(MOST);
        turn(PATIENCE);
        assertThat(door.strangers()).isZero();
        assertThat(door.held()).as("the process").isEqualTo(1);
    }

    @Test
    void processesAreHeldHoweverManyThereAre() throws IOException {
        for (int process = 0; process < 3 * MOST; process++) {
            say(token.text(), comes());
        }
        turn(0);
        turn(PATIENCE);
        assertThat(door.strangers()).isZero();
        assertThat(door.held()).isEqualTo(3 * MOST);
    }

    @Test
    void whoSaysTheTokenLetterByLetterHasNoMoreTimeThanOthers() throws IOException {
        Socket slow = comes();
        for (long now = 0; now < PATIENCE; now += PATIENCE / 4) {
            say(token.text().substring(0, 1), slow);
            turn(now);
            assertThat(door.held()).isEqualTo(1);
        }
        turn(PATIENCE);
        assertThat(isClosed(slow)).isTrue();
        turn(PATIENCE);
        assertThat(door.held()).isZero();
    }

    @Test
    void whoSaysTheTokenInPartsIsHeld() throws IOException {
        Socket process = comes();
        say(token.text().substring(0, 5), process);
        turn(0);
        say(token.text().substring(5), process);
        turn(PATIENCE - 1);
        turn(PATIENCE);
        assertThat(door.strangers()).isZero();
        assertThat(door.held()).isEqualTo(1);
    }

    @Test
    void whoGoesIsForgotten() throws IOException {
        Socket process = comes();
        say(token.text(), process);
        comes().close();
        turn(0);
        assertThat(door.held()).isEqualTo(1);
        process.close();
        turn(0);
        assertThat(door.held()).isZero();
    }

    @Test
    void aWaitEndsWhenSomebodyTookTooLong() throws IOException {
        comes();
        turn(0);
        door.await(PATIENCE);
        door.await(PATIENCE - 1);
    }
}
