package dev.foreshock.faults.conformance;

import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;

/** The server in this virtual machine. */
record EmbeddedServer(EmbeddedToxiproxy server) implements ServerUnderTest {
    static EmbeddedServer start() {
        return new EmbeddedServer(
                EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(1).onPort(0)));
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
