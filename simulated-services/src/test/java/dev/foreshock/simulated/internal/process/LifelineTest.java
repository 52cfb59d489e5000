package dev.foreshock.simulated.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whoever else is on the machine can reach the port that holds a twin's processes. */
class LifelineTest {
    private final Token token = Token.random();

    private static Socket connected(Lifeline lifeline) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), lifeline.port());
    }

    private static void say(String text, Socket socket) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns once it is let go. By a thread of its own: who waits in the one that all share keeps the next from waiting. */
    private static CompletableFuture<Void> letGo(Socket socket) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        assertThat(socket.getInputStream().read()).isNegative();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                work -> new Thread(work).start());
    }

    private static void close(Lifeline lifeline) {
        lifeline.close();
    }

    @Test
    void whoSaysTheTokenIsHeldUntilTheEndAndWhoSaysAnotherIsDropped() throws Exception {
        try (Lifeline lifeline = Lifeline.open(token, Duration.ofHours(1));
                Socket process = connected(lifeline);
                Socket stranger = connected(lifeline)) {
            say(token.text(), process);
            CompletableFuture<Void> end = letGo(process);
            say(Token.random().text(), stranger);
            letGo(stranger).join();
            assertThat(end).isNotDone();
            close(lifeline);
            end.join();
        }
    }

    @Test
    void whoSaysNothingIsDroppedAfterAWhile() throws Exception {
        try (Lifeline lifeline = Lifeline.open(token, Duration.ofMillis(1));
                Socket stranger = connected(lifeline)) {
            letGo(stranger).join();
        }
    }
}
