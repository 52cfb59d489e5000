package dev.foreshock.faults.internal.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class KernelSocketsTest {
    /** As a little-endian machine writes them: 127.0.0.1 and 10.0.0.5, port 25432 (6358), and others. */
    private static final List<String> LINES = List.of(
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
            "   0: 0100007F:6358 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1",
            "   1: 0100007F:6358 0100007F:C001 01 00000000:00000000 00:00000000 00000000     0        0 2",
            "   2: 0100007F:6358 0100007F:C002 06 00000000:00000000 00:00000000 00000000     0        0 3",
            "   3: 0100007F:C001 0100007F:6358 01 00000000:00000000 00:00000000 00000000     0        0 4",
            "   4: 0500000A:6358 0100007F:C003 01 00000000:00000000 00:00000000 00000000     0        0 5",
            "   5: 0100007F:6359 0100007F:C004 01 00000000:00000000 00:00000000 00000000     0        0 6",
            "   0: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A 0:0 00:0 0 0 0 7",
            "   1: 0000000000000000FFFF00000500000A:1F90 0000000000000000FFFF00000100007F:D001 01 0:0 00:0 0 0 0 8");

    @Test
    void onlyWhoIsConnectedToTheVeryAddressIsCounted() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
        assertThat(KernelSockets.connectedTo("127.0.0.1:25432", LINES))
                .hasValueSatisfying(peers -> assertThat(peers).containsExactly("0100007F:C001"));
        assertThat(KernelSockets.connectedTo("[::]:8080", LINES))
                .as("every address, and one of version 4 within version 6")
                .hasValueSatisfying(peers -> assertThat(peers).hasSize(1));
    }

    @Test
    void whereNobodyListensNobodyCanKnow() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
        assertThat(KernelSockets.connectedTo("10.0.0.5:25432", LINES)).isEmpty();
        assertThat(KernelSockets.connectedTo("127.0.0.1:25433", LINES)).isEmpty();
        assertThat(KernelSockets.connectedTo("not an address", LINES)).isEmpty();
        assertThat(KernelSockets.connectedTo("127.0.0.1:25432", List.of())).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRealConnectionIsSeenWhileItIsThere() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String listen = "127.0.0.1:" + listener.getLocalPort();
            assertThat(KernelSockets.connectedTo(listen))
                    .hasValueSatisfying(peers -> assertThat(peers).isEmpty());
            try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort());
                    Socket accepted = listener.accept()) {
                assertThat(caller.isConnected() && accepted.isConnected()).isTrue();
                assertThat(KernelSockets.connectedTo(listen))
                        .hasValueSatisfying(peers -> assertThat(peers).hasSize(1));
            }
        }
    }
}
