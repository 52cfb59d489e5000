package dev.foreshock.simulated.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.ServiceClient;
import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever else is on the machine can reach the port of a service, and must not play with it. */
class StrangersTest {
    private static final Scenario ONE = Scenario.named("one", Clock.of("2026-03-14T08:00Z", Duration.ofSeconds(60)))
            .component("web", ServerSpec.of(4, new Fixed(Duration.ofMillis(1))).build())
            .users("u", Visitors.of("web"))
            .traffic("u", "usual", new Constant(dev.foreshock.engine.unit.Rate.perSecond(1)))
            .build();

    private final Token token = Token.random();
    private final HttpClient http = HttpClient.newHttpClient();
    private Service service;

    @BeforeEach
    void start() {
        service = Service.start("web", ONE, token, 0);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private HttpResponse<String> post(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/call",
                "/metrics",
                "/control/begin",
                "/control/scrape",
                "/control/act",
                "/control/freeze",
                "/control/end",
                "/no-such-page"
            })
    void aRequestWithoutTheTokenIsRefusedAndOneWithItIsNot(String path) throws Exception {
        assertThat(post(path).statusCode()).isEqualTo(403);
        assertThat(post(path, "foreshock-twin", "control").statusCode()).isEqualTo(403);
        assertThat(post(path, "foreshock-twin", Token.random().text()).statusCode())
                .isEqualTo(403);
        assertThat(post(path, "foreshock-twin", token.text()).statusCode()).isNotEqualTo(403);
    }

    @Test
    void anybodyMayAskWhetherItIsWell() throws Exception {
        assertThat(post("/health").statusCode()).isEqualTo(503);
        long now = System.nanoTime();
        service.begin(new Begin(1, 0, now, now, Set.of(), Map.of()));
        assertThat(post("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void beforeTimeZeroOfARunItIsWellAndSaysSoAtOnce() throws Exception {
        long now = System.nanoTime();
        long inAnHour = now + Duration.ofHours(1).toNanos();
        service.begin(new Begin(1, 0, inAnHour, now, Set.of(), Map.of()));
        assertThat(post("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aClientThatKnowsTheTokenIsAnswered() throws Exception {
        String address = "127.0.0.1:" + service.port();
        long now = System.nanoTime();
        Begin begin = new Begin(1, 0, now, now, Set.of(), Map.of());
        new ServiceClient(http, "web", address, token).begin(begin);
        assertThat(new ServiceClient(http, "web", address, token).scrape().join())
                .isPresent();
        assertThat(new ServiceClient(http, "web", address, Token.random())
                        .scrape()
                        .join())
                .isEmpty();
        assertThatThrownBy(() -> new ServiceClient(http, "web", address, Token.random()).begin(begin))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("403");
    }

    @Test
    void aPortThatIsTakenIsNoBugAndTheWayOutIsSaid() {
        assertThatThrownBy(() -> Service.start("web", ONE, token, service.port()))
                .isInstanceOf(TwinException.class)
                .hasMessageContaining("web, on port " + service.port() + ", must listen on loopback, but could not (")
                .hasMessageContaining("end what listens there");
    }

    @Test
    void aTokenSaysNothingOfItselfInALog() {
        assertThat(token.toString()).doesNotContain(token.text());
        assertThat(Token.of(token.text()).is(token.text())).isTrue();
        assertThatThrownBy(() -> Token.of("short")).hasMessageContaining("must have 32 characters, but had 5");
    }
}
