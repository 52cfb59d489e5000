package dev.foreshock.faults.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A proxy on a server under test, and clients of it. */
final class Route {
    private final Control control;
    private final int port;

    private Route(Control control, int port) {
        this.control = control;
        this.port = port;
    }

    /** Opens a proxy called p to {@code upstream}. */
    static Route to(String upstream, ServerUnderTest server) {
        Control control = new Control(server.port());
        control.clear();
        String body = control.send("POST /proxies {\"name\":\"p\",\"listen\":\"" + server.listen()
                        + "\",\"upstream\":\"" + upstream + "\"}")
                .body();
        try {
            String listen = new ObjectMapper().readTree(body).get("listen").textValue();
            int listened = Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
            return new Route(control, server.entrance(listened));
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
    }

    /** Connects a client. */
    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20_000);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Adds a toxic called t. */
    Route add(String type, String stream, String attributes) {
        return send("POST /proxies/p/toxics {\"name\":\"t\",\"type\":\"" + type + "\",\"stream\":\"" + stream
                + "\",\"attributes\":{" + attributes + "}}");
    }

    Route remove(String toxic) {
        return send("DELETE /proxies/p/toxics/" + toxic);
    }

    /** Sends a control call that must succeed. */
    Route send(String request) {
        assertThat(control.send(request).statusCode()).as(request).isBetween(200, 299);
        return this;
    }
}
