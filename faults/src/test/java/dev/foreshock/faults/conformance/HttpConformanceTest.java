package dev.foreshock.faults.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.conformance.ServerUnderTest.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same requests are answered alike by every server there is, but for what is declared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpConformanceTest {
    private static final Map<String, Deviation> DEVIATIONS = Deviation.all();

    private final Servers servers = new Servers();

    static List<HttpCase> cases() {
        return HttpCase.all();
    }

    static Stream<HttpCase> casesForStock() {
        return cases().stream().filter(each -> !each.answers().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void embeddedAnswers(HttpCase request) throws IOException {
        Deviation deviation = DEVIATIONS.get(request.name());
        run(Kind.EMBEDDED, request, deviation == null ? request.answers() : deviation.answers());
    }

    @ParameterizedTest
    @MethodSource("casesForStock")
    void stockAnswers(HttpCase request) throws IOException {
        run(Kind.STOCK, request, request.answers());
    }

    @ParameterizedTest
    @MethodSource("casesForStock")
    void stockInAContainerAnswers(HttpCase request) throws IOException {
        run(Kind.CONTAINER, request, request.answers());
    }

    @Test
    void thereAreAboutAsManyCasesAsPromised() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(cases()).extracting(HttpCase::name).doesNotHaveDuplicates();
    }

    @Test
    void everyDeclaredDeviationIsOfACaseOrABehavior() {
        List<String> names = cases().stream().map(HttpCase::name).toList();
        assertThat(DEVIATIONS.values()).allSatisfy(deviation -> {
            assertThat(deviation.stock()).isNotEmpty();
            assertThat(deviation.why()).isNotEmpty();
            assertThat(deviation.isBehavior() || names.contains(deviation.name()))
                    .as(deviation.name())
                    .isTrue();
        });
    }

    @Test
    void whatIsNotPutToStockIsDeclared() {
        assertThat(cases().stream().filter(each -> each.answers().isEmpty()))
                .allSatisfy(each -> assertThat(DEVIATIONS).containsKey(each.name()));
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    private void run(Kind kind, HttpCase request, List<String> answers) throws IOException {
        assertThat(answers).hasSameSizeAs(request.requests());
        Control control = new Control(servers.get(kind).port());
        control.clear();
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> ports = Map.of(
                    "{port1}", String.valueOf(StockServer.freePort()),
                    "{port2}", String.valueOf(StockServer.freePort()),
                    "{busy}", String.valueOf(servers.get(kind).taken(busy.getLocalPort())));
            request.preparation().forEach(each -> control.send(filled(each, ports)));
            for (int i = 0; i < answers.size(); i++) {
                String sent = filled(request.requests().get(i), ports);
                ExpectedAnswer.read(filled(answers.get(i), ports)).check(sent, control.send(sent));
            }
        } finally {
            control.clear();
        }
    }

    private static String filled(String text, Map<String, String> ports) {
        String filled = text;
        for (Map.Entry<String, String> port : ports.entrySet()) {
            filled = filled.replace(port.getKey(), port.getValue());
        }
        return filled;
    }
}
