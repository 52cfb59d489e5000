package dev.foreshock.faults.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever clients of the API send, traffic goes through, and the API answers whoever asks properly. */
class ApiFuzzTest {
    private static final long SEED = 20_251_117;
    private static final int SEQUENCES = 500;
    private static final int LONGEST_PATH = 3_000;
    private static final int MOST_BODY = 1024 * 1024;
    private static final Pattern LISTEN = Pattern.compile("(?i)\"listen\"\\s*:\\s*([^,}]*)");
    /** No name is looked up and no port of a network is opened for a test. */
    private static final Pattern HARMLESS = Pattern.compile("\"(127\\.0\\.0\\.1:\\d*)?\"");

    private static final List<List<String>> BEYOND_STOCK = List.of(
            List.of(
                    "POST /proxies {\"name\":\"a\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"}",
                    "POST /x/leases {\"id\":\"l\",\"ttl_ms\":5000,\"changes\":[{\"proxy\":\"a\",\"toxic\":{\"type\":\"latency\",\"attributes\":{\"latency\":200}}}]}",
                    "POST /x/leases/l {\"ttl_ms\":100}",
                    "GET /x/leases/l",
                    "POST /x/leases/l/changes {\"most_ms\":10,\"changes\":[{\"proxy\":\"a\",\"enabled\":false}]}",
                    "DELETE /x/leases/l"),
            List.of(
                    "POST /x/leases {\"id\":\"m\",\"ttl_ms\":10,\"changes\":[{\"create\":{\"name\":\"c\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"}}]}",
                    "GET /x/leases",
                    "DELETE /x/leases/m"),
            List.of(
                    "POST /proxies {\"name\":\"a\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"}",
                    "GET /x/events",
                    "GET /x/events?proxy=a&kinds=toxic,lease.ended&beat_ms=250",
                    "GET /x/connections",
                    "GET /x/proxies/a"),
            List.of(
                    "POST /proxies {\"name\":\"a\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"}",
                    "POST /x/leases {\"id\":\"n\",\"ttl_ms\":1000,\"most_connections\":3,\"changes\":["
                            + "{\"proxy\":\"a\",\"effect\":{\"type\":\"connect_delay\",\"attributes\":{\"delay\":5}}},"
                            + "{\"proxy\":\"a\",\"effect\":{\"type\":\"shared_bandwidth\",\"attributes\":{\"rate\":9}}},"
                            + "{\"proxy\":\"a\",\"effect\":{\"name\":\"c\",\"type\":\"cut_after\",\"stream\":\"upstream\","
                            + "\"toxicity\":0.5,\"attributes\":{\"bytes\":7,\"time\":8,\"reset\":1}}}]}",
                    "GET /x/proxies/a",
                    "GET /proxies/a/toxics/c",
                    "DELETE /x/leases/n"));

    private final Mutations luck = new Mutations(SEED);
    private final ServerUnderTest server = EmbeddedServer.start();
    private final Upstream upstream = Upstream.echoing();
    private Route route;
    private Flow flow;

    @BeforeEach
    void start() throws IOException {
        route = Route.to(upstream.address(), server);
        flow = new Flow(route.connect());
    }

    @AfterEach
    void stop() throws Exception {
        flow.close();
        upstream.close();
        server.close();
    }

    /** Everything still works: bytes flow, new connections pass, calls are answered, and the proxy is as it was. */
    private void assertUnharmed() throws Exception {
        flow.requireMore();
        try (Socket another = route.connect()) {
            another.getOutputStream().write('x');
            assertThat(another.getInputStream().read()).isEqualTo('x');
        }
        assertThat(new Control(server.port()).send("GET /proxies/p").body())
                .contains("\"upstream\":\"" + upstream.address() + "\",\"enabled\":true", "\"toxics\":[]");
    }

    @Test
    void mutatedRequestsAreAnsweredAndHarmNothing() throws Exception {
        List<List<String>> sequences = Stream.concat(
                        HttpCase.all().stream()
                                .map(each -> Stream.concat(each.preparation().stream(), each.requests().stream())
                                        .toList()),
                        BEYOND_STOCK.stream())
                .toList();
        int sent = 0;
        for (int i = 0; i < SEQUENCES; i++) {
            for (String each : luck.oneOf(sequences)) {
                // ports last, so that equal seeds make equal changes
                String request = (luck.below(3) == 0 ? each : luck.of(each))
                        .replaceAll("\\{port\\d}", "0")
                        .replace("{busy}", String.valueOf(server.port()));
                sent += ask(request) ? 1 : 0;
            }
            if (i % 50 == 0) {
                forgetOthers();
                flow.requireMore();
            }
        }
        assertThat(sent).isGreaterThan(SEQUENCES);
        assertUnharmed();
    }

    /** Sends {@code METHOD /path body} in a frame of HTTP that is right, unless that could reach beyond loopback. */
    private boolean ask(String written) throws IOException {
        String[] parts = written.replaceFirst("^\\[[^]]*] ", "").split(" ", 3);
        String method = parts[0].matches("[A-Z]{1,20}") ? parts[0] : "POST";
        String path = parts.length > 1 ? parts[1].replaceAll("[^!-~]", "%7f") : "/proxies";
        String body = parts.length > 2 ? parts[2] : "";
        if (!isHarmless(body) || path.length() > LONGEST_PATH || reachesTraffic(path)) {
            return false;
        }
        byte[] bytes = body.getBytes(UTF_8);
        byte[] head = (method + ' ' + (path.startsWith("/") ? path : '/' + path)
                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(UTF_8);
        try (Socket client = connect()) {
            client.getOutputStream().write(head);
            client.getOutputStream().write(bytes);
            String answer = answer(client.getInputStream());
            assertThat(answer).as(start(written)).startsWith("HTTP/1.1 ").doesNotContain("Exception", "Error: ");
            if (answer.startsWith("HTTP/1.1 5")) {
                assertThat(answer).as(start(written)).contains("\"error\":\"listen tcp");
            }
        }
        return true;
    }

    /** Returns all of an answer, but of a stream, which goes on, only its head. */
    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            head.write(next);
            String text = next == '\n' ? head.toString(UTF_8) : "";
            if (text.endsWith("\r\n\r\n") && text.contains("application/x-ndjson")) {
                return text;
            }
            if (text.endsWith("\r\n\r\n")) {
                return text + new String(in.readAllBytes(), UTF_8);
            }
            next = in.read();
        }
        return head.toString(UTF_8);
    }

    private static String start(String text) {
        return text.substring(0, Math.min(400, text.length()));
    }

    private static boolean isHarmless(String body) {
        if (body.toLowerCase(Locale.ROOT).contains("\"p\"")) {
            return false;
        }
        Matcher listen = LISTEN.matcher(body);
        while (listen.find()) {
            if (!HARMLESS.matcher(listen.group(1).strip()).matches()) {
                return false;
            }
        }
        return true;
    }

    /** The proxy of the traffic is nobody's to change; a code of a letter could be that of its name. */
    private static boolean reachesTraffic(String path) {
        return path.matches("(?i).*/p(/.*)?|.*%70.*|.*%50.*");
    }

    private void forgetOthers() {
        Control control = new Control(server.port());
        for (String name : List.of("a", "b", "c")) {
            control.send("DELETE /proxies/" + name);
        }
    }

    @Test
    void whatIsNoRequestAtAllHarmsNothing() throws Exception {
        String body = "{\"type\":\"latency\",\"name\":\"t\"}";
        String request = "POST /proxies/q/toxics HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
        for (int i = 0; i < 400; i++) {
            byte[] bytes = luck.below(2) == 0 ? luck.junk() : luck.of(request).getBytes(UTF_8);
            try (Socket client = connect()) {
                client.getOutputStream().write(bytes);
                client.shutdownOutput();
                client.getInputStream().readAllBytes();
            } catch (IOException e) {
                // the server may hang up on nonsense
            }
        }
        assertUnharmed();
    }

    @Test
    void hugeAndSlowBodiesHarmNothing() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Socket client = connect();
            slow.add(client);
            write(
                    client,
                    i % 2 == 0 ? "POST /pro" : "POST /proxies HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
        }
        for (Map.Entry<String, String> frame : Map.of(
                        "Content-Length: " + 8 * MOST_BODY,
                        "",
                        "Transfer-Encoding: chunked",
                        Integer.toHexString(8 * MOST_BODY) + "\r\n")
                .entrySet()) {
            for (int i = 0; i < 4; i++) {
                Socket client = connect();
                slow.add(client);
                Upstream.daemon(() -> {
                    OutputStream out = client.getOutputStream();
                    write(
                            client,
                            "POST /populate HTTP/1.1\r\nHost: x\r\n" + frame.getKey() + "\r\n\r\n" + frame.getValue());
                    for (int sent = 0; sent < 7; sent++) { // never all of it
                        out.write(new byte[MOST_BODY]);
                    }
                });
            }
        }
        assertUnharmed();
        for (Socket client : slow) {
            write(client, " ");
            client.close();
        }
        assertUnharmed();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }
}
