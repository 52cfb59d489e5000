package dev.foreshock.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.toxic.Latency;
import eu.rekawek.toxiproxy.model.toxic.Slicer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stock Java client drives the embedded server from end to end, unchanged. */
class StockClientTest {
    private final EmbeddedToxiproxy server =
            EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(7).onPort(0));
    private final ToxiproxyClient client = new ToxiproxyClient("127.0.0.1", server.port());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void proxiesAreCreatedListedChangedAndDeleted() throws IOException {
        Proxy proxy = client.createProxy("db", "127.0.0.1:0", "127.0.0.1:1");
        assertThat(client.version()).contains("2.12.0");
        assertThat(client.getProxies()).extracting(Proxy::getName).containsExactly("db");
        assertThat(client.getProxyOrNull("other")).isNull();
        proxy.setUpstream("127.0.0.1:2");
        assertThat(client.getProxy("db").getUpstream()).isEqualTo("127.0.0.1:2");
        proxy.disable();
        assertThat(client.getProxy("db").isEnabled()).isFalse();
        client.reset();
        assertThat(client.getProxy("db").isEnabled()).isTrue();
        proxy.delete();
        assertThat(client.getProxies()).isEmpty();
        assertThatThrownBy(() -> client.getProxy("db")).hasMessageContaining("proxy not found");
    }

    /** On a busy machine some are turned away where a port is called free before the system has it back. */
    @Test
    void aProxyComesBackOnItsPort() throws IOException {
        Proxy proxy = client.createProxy("db", "127.0.0.1:0", "127.0.0.1:1");
        String listen = proxy.getListen();
        for (int i = 1; i <= 300; i++) {
            proxy.setUpstream("127.0.0.1:" + (1 + i));
            assertThat(client.getProxy("db").getListen()).isEqualTo(listen);
        }
    }

    @Test
    void everyToxicOfTheClientIsKnown() throws IOException {
        Proxy proxy = client.createProxy("db", "127.0.0.1:0", "127.0.0.1:1");
        proxy.toxics().bandwidth("bandwidth", ToxicDirection.DOWNSTREAM, 10);
        Latency latency = proxy.toxics().latency("latency", ToxicDirection.UPSTREAM, 20);
        latency.setJitter(5).setToxicity(0.5f);
        Slicer slicer = proxy.toxics().slicer("slicer", ToxicDirection.DOWNSTREAM, 10, 3);
        slicer.setSizeVariation(4);
        proxy.toxics().slowClose("slow_close", ToxicDirection.DOWNSTREAM, 30);
        proxy.toxics().timeout("timeout", ToxicDirection.DOWNSTREAM, 40);
        proxy.toxics().limitData("limit_data", ToxicDirection.DOWNSTREAM, 50);
        proxy.toxics().resetPeer("reset_peer", ToxicDirection.DOWNSTREAM, 60);
        assertThat(proxy.toxics().getAll())
                .extracting(Toxic::getName)
                .containsExactly("latency", "bandwidth", "slicer", "slow_close", "timeout", "limit_data", "reset_peer");
        Latency read = proxy.toxics().get("latency", Latency.class);
        assertThat(List.of(read.getLatency(), read.getJitter())).containsExactly(20L, 5L);
        assertThat(read.getToxicity()).isEqualTo(0.5f);
        read.remove();
        assertThat(proxy.toxics().getAll()).hasSize(6);
    }

    @Test
    void aFaultIsFeltAndEndsWhenItIsRemoved() throws IOException {
        try (ServerSocket upstream = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Proxy proxy = client.createProxy("db", "127.0.0.1:0", "127.0.0.1:" + upstream.getLocalPort());
            int port = Integer.parseInt(proxy.getListen().substring("127.0.0.1:".length()));
            try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port);
                    Socket callee = upstream.accept()) {
                caller.setSoTimeout(20_000);
                proxy.toxics().latency("slow", ToxicDirection.DOWNSTREAM, 60_000);
                callee.getOutputStream().write('x');
                caller.setSoTimeout(200);
                assertThatThrownBy(() -> caller.getInputStream().read()).hasMessageContaining("timed out");
                caller.setSoTimeout(20_000);
                proxy.toxics().get("slow").remove();
                assertThat(caller.getInputStream().read()).isEqualTo('x');
            }
        }
    }
}
