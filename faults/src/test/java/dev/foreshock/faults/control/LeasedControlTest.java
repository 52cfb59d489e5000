package dev.foreshock.faults.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foreshock.faults.conformance.ServerUnderTest;
import dev.foreshock.faults.conformance.ServerUnderTest.Kind;
import dev.foreshock.faults.control.ControlException.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done under a lease, on a real server; and who is taken to keep leases. */
class LeasedControlTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ToxicState SLOW =
            new ToxicState("slow", "latency", "upstream", 0.5, "{\"jitter\":1,\"latency\":5}");

    static List<Kind> kinds() {
        return Kind.local();
    }

    private static ToxiproxyControl of(int port) {
        return new ToxiproxyControl(new ServerAddress("127.0.0.1", port), AMPLE);
    }

    private static ProxyState proxy(String name) {
        return new ProxyState(name, "127.0.0.1:0", "127.0.0.1:1", true, List.of());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onlyTheEmbeddedServerKeepsLeases(Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            assertThat(of(server.port()).keepsLeases()).isEqualTo(kind == Kind.EMBEDDED);
        }
    }

    @Test
    void aServerThatAnswersAnythingToAnythingKeepsNone() throws Exception {
        for (String body : List.of("", "hello", "{}", "[]", "{\"leases\":1}")) {
            try (RawServer server = RawServer.saying(200, body)) {
                assertThat(new ToxiproxyControl(server.address(), AMPLE).keepsLeases())
                        .as(body)
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsDoneUnderALeaseIsWhatIsDoneWithout() throws Exception {
        try (ServerUnderTest server = Kind.EMBEDDED.start()) {
            ToxiproxyControl control = of(server.port());
            control.createProxy(proxy("db"));
            ToxicControl opening = control.under(LeaseTerms.opening("a b", HOUR, LeaseTerms.ALL));
            opening.createProxy(proxy("fence"));
            ToxicControl under = opening.under(LeaseTerms.under("a b", HOUR)).within(AMPLE);
            under.addToxic("db", SLOW);
            assertThat(under.proxies().get("db").toxics()).containsExactly(SLOW);
            under.setEnabled("db", false);
            assertThat(control.proxies().get("db").enabled()).isFalse();
            assertThat(control.proxies()).containsKey("fence");
            control.renew("a b", HOUR);
            under.setEnabled("db", true);
            assertThat(under.removeToxic("db", "slow")).isTrue();
            assertThat(under.deleteProxy("fence")).isTrue();
            ControlException over = catchThrowableOfType(ControlException.class, () -> under.addToxic("db", SLOW));
            assertThat(over.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(over).hasMessageContaining("lease not found");
            assertThat(catchThrowableOfType(ControlException.class, () -> control.renew("a b", HOUR))
                            .outcome())
                    .isEqualTo(Outcome.REFUSED);
            assertThat(control.proxies().get("db")).isEqualTo(under.proxies().get("db"));
            assertThat(control.proxies().get("db").toxics()).isEmpty();
        }
    }

    @Test
    void effectsStandByALeaseAndAreCounted() throws Exception {
        try (ServerUnderTest server = Kind.EMBEDDED.start()) {
            ToxiproxyControl control = of(server.port());
            control.createProxy(proxy("db"));
            SortedMap<String, ProxyState> before = control.proxies();
            ToxicControl opening = control.under(LeaseTerms.opening("a", HOUR, LeaseTerms.ALL));
            opening.addEffect("db", "late", 0.5, new Effect.ConnectDelay(Duration.ofSeconds(3)));
            ToxicControl under = opening.under(LeaseTerms.under("a", HOUR));
            under.addEffect("db", "shared", 1, new Effect.SharedBandwidth(Effect.Stream.UPSTREAM, 7));
            under.addEffect(
                    "db",
                    "cut",
                    1,
                    Effect.CutAfter.bytes(Effect.Stream.DOWNSTREAM, 9).byReset());
            under.addEffect("db", "over", 1, Effect.CutAfter.time(Duration.ofMillis(8)));
            assertThat(control.ask("GET", "/x/proxies/db", ""))
                    .containsSubsequence(
                            "\"late\",\"type\":\"connect_delay\",\"toxicity\":0.5,\"attributes\":{\"delay\":3000}",
                            "\"shared\",\"type\":\"shared_bandwidth\",\"stream\":\"upstream\",\"toxicity\":1,\"attributes\":{\"rate\":7}",
                            "\"cut\",\"type\":\"cut_after\",\"stream\":\"downstream\",\"toxicity\":1,\"attributes\":{\"bytes\":9,\"time\":0,\"reset\":1}",
                            "\"over\",\"type\":\"cut_after\",\"stream\":\"downstream\",\"toxicity\":1,\"attributes\":{\"bytes\":0,\"time\":8,\"reset\":0}");
            assertThat(control.proxies()).isEqualTo(before);
            assertThat(control.counts("db").orElseThrow().effects())
                    .containsOnlyKeys("cut", "late", "over", "shared")
                    .containsEntry("late", new ProxyCounts.Struck(0, 0));
            under.endLease("a");
            assertThat(control.counts("db").orElseThrow().effects()).isEmpty();
            assertThat(catchThrowableOfType(ControlException.class, () -> control.endLease("a"))
                            .outcome())
                    .isEqualTo(Outcome.REFUSED);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEffectWithoutALeaseOrOnAServerThatHasNoneIsRefused(Kind kind) throws Exception {
        Effect effect = new Effect.ConnectDelay(Duration.ofMillis(1));
        try (ServerUnderTest server = kind.start()) {
            ToxiproxyControl control = of(server.port());
            control.createProxy(proxy("db"));
            assertThat(catchThrowableOfType(ControlException.class, () -> control.addEffect("db", "e", 1, effect)))
                    .hasMessageContaining("an effect must stand by a lease")
                    .extracting(ControlException::outcome)
                    .isEqualTo(Outcome.REFUSED);
            if (kind == Kind.STOCK) {
                ToxicControl leased = control.under(LeaseTerms.opening("a", HOUR, LeaseTerms.ALL));
                assertThat(catchThrowableOfType(ControlException.class, () -> leased.addEffect("db", "e", 1, effect))
                                .outcome())
                        .isEqualTo(Outcome.REFUSED);
            }
        }
    }

    @Test
    void effectsThatMakeNoSenseCannotBeMade() {
        assertThatThrownBy(() -> new Effect.SharedBandwidth(Effect.Stream.UPSTREAM, 0))
                .hasMessage("the rate must be at least 1 kB/s, but was 0 kB/s");
        assertThatThrownBy(() -> new Effect.ConnectDelay(Duration.ofNanos(999_999)))
                .hasMessage("the delay must be at least 1 ms, but was PT0.000999999S");
        assertThatThrownBy(() -> Effect.CutAfter.bytes(Effect.Stream.UPSTREAM, 0))
                .hasMessage("a cut must be after at least 1 byte, but was after 0");
        assertThatThrownBy(
                        () -> new Effect.CutAfter(Effect.Stream.UPSTREAM, OptionalLong.empty(), Optional.empty(), true))
                .hasMessage("a cut must be after bytes or time, but had neither");
    }

    @Test
    void ofTwoThatCreateOneProxyUnderLeasesOneIsToldThatItIsTaken() throws Exception {
        try (ServerUnderTest server = Kind.EMBEDDED.start()) {
            ToxiproxyControl control = of(server.port());
            control.under(LeaseTerms.opening("a", HOUR, LeaseTerms.ALL)).createProxy(proxy("fence"));
            ToxicControl other = control.under(LeaseTerms.opening("b", HOUR, LeaseTerms.ALL));
            assertThat(catchThrowableOfType(ControlException.class, () -> other.createProxy(proxy("fence")))
                            .isTaken())
                    .isTrue();
        }
    }
}
