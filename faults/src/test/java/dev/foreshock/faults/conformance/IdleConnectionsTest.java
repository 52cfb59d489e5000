package dev.foreshock.faults.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Ten thousand connections that do nothing, on either side of the server, stop neither traffic nor control. */
@Tag("nightly")
class IdleConnectionsTest {
    private static final int PROMISED = 10_000;
    private static final int OTHER_FILES = 500;

    /** A server in a process of its own, and traffic through it. */
    private record Bench(ManyFiles process, int port, Upstream echo, Route route, Flow flow) implements AutoCloseable {
        static Bench start() throws IOException {
            ManyFiles process = ManyFiles.start(EmbeddedMain.class);
            int port = Integer.parseInt(process.line());
            Upstream echo = Upstream.echoing();
            Route route = Route.to(echo.address(), new Running(port));
            return new Bench(process, port, echo, route, new Flow(route.connect()));
        }

        void assertUnharmed() throws Exception {
            flow.requireMore();
            try (Socket another = route.connect()) {
                another.getOutputStream().write('x');
                assertThat(another.getInputStream().read()).isEqualTo('x');
            }
            new Control(port).send("GET /proxies/p");
        }

        @Override
        public void close() throws IOException {
            flow.close();
            echo.close();
            process.close();
        }
    }

    private record Running(int port) implements ServerUnderTest {
        @Override
        public void close() {}
    }

    /** Each connection that passes the server takes two of its files, and one here. What a machine does not allow is said. */
    private static int count(TestReporter reporter) throws IOException {
        int possible = Math.min((ManyFiles.limit() - OTHER_FILES) / 2, ManyFiles.limitHere() - OTHER_FILES);
        int count = Math.min(PROMISED, possible);
        if (count < PROMISED) {
            reporter.publishEntry(
                    "fewer connections", count + " of " + PROMISED + ", as a process may have no more files here");
        }
        assertThat(count).isPositive();
        return count;
    }

    @Test
    void throughAProxyTheyStopNothing(TestReporter reporter) throws Exception {
        int count = count(reporter);
        try (Bench bench = Bench.start();
                Upstream silent = Upstream.silent()) {
            Control control = new Control(bench.port());
            String listen = new ObjectMapper()
                    .readTree(
                            control.send("POST /proxies {\"name\":\"idle\",\"upstream\":\"" + silent.address() + "\"}")
                                    .body())
                    .get("listen")
                    .textValue();
            String port = listen.substring(listen.lastIndexOf(':') + 1);
            try (ManyFiles idle = ManyFiles.start(IdleClients.class, port, String.valueOf(count), "x")) {
                assertThat(idle.line()).isEqualTo(String.valueOf(count));
                for (int i = 0; i < count; i++) {
                    silent.next();
                }
                bench.assertUnharmed();
                for (String each : new String[] {
                    "POST /proxies/idle/toxics {\"name\":\"t\",\"type\":\"latency\",\"attributes\":{\"latency\":10}}",
                    "DELETE /proxies/idle/toxics/t",
                    "DELETE /proxies/idle"
                }) {
                    assertThat(control.send(each).statusCode()).as(each).isBetween(200, 204);
                    bench.assertUnharmed();
                }
            }
        }
    }

    @Test
    void atTheApiTheyStopNothing(TestReporter reporter) throws Exception {
        int count = count(reporter);
        try (Bench bench = Bench.start();
                ManyFiles idle = ManyFiles.start(
                        IdleClients.class,
                        String.valueOf(bench.port()),
                        String.valueOf(count),
                        "POST /proxies HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{")) {
            assertThat(idle.line()).isEqualTo(String.valueOf(count));
            bench.assertUnharmed();
        }
    }
}
